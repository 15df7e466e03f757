import { act, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import {
  defineDelivery,
  ImageState,
  ResponsiveImage,
  ResponsivePicture,
  VariantImage,
} from 'react-cloudflare-images'
import type { ImageStatus } from 'react-cloudflare-images'
import { afterEach, expect, test, vi } from 'vitest'

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
})
const frame = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q'
const picture = (id: string) => (
  <VariantImage id={id} variant="avatar" alt="Ada" delivery={delivery} />
)
const wait = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds)
  })
const image = () => screen.getByRole<HTMLImageElement>('img', { name: 'Ada' })

afterEach(() => {
  vi.useRealTimers()
})

test('shows the picture, and nothing else', () => {
  render(<ImageState fallback="AL">{picture('ada')}</ImageState>)
  expect(image().src).toBe(`${frame}/ada/avatar`)
  expect(screen.queryByText('AL')).toBeNull()
})

test('shows the fallback in its place and under its name when it fails', () => {
  render(<ImageState fallback="AL">{picture('ada')}</ImageState>)
  fireEvent.error(image())
  expect(image()).toHaveTextContent('AL')
  expect(document.querySelector('img')).toBeNull()
})

test('leaves a failed picture to the browser where there is no fallback', () => {
  const onStatusChange = vi.fn<(status: ImageStatus) => void>()
  render(<ImageState onStatusChange={onStatusChange}>{picture('ada')}</ImageState>)
  fireEvent.error(image())
  expect(image().localName).toBe('img')
  expect(onStatusChange.mock.calls).toEqual([['error']])
})

test('tells when the picture has loaded, once', () => {
  const onStatusChange = vi.fn<(status: ImageStatus) => void>()
  render(
    <StrictMode>
      <ImageState onStatusChange={onStatusChange}>{picture('ada')}</ImageState>
    </StrictMode>,
  )
  fireEvent.load(image())
  fireEvent.load(image())
  expect(onStatusChange.mock.calls).toEqual([['loaded']])
})

test('begins anew with another picture', () => {
  const { rerender } = render(<ImageState fallback="AL">{picture('ada')}</ImageState>)
  fireEvent.error(image())
  rerender(<ImageState fallback="AL">{picture('bob')}</ImageState>)
  expect(image().src).toBe(`${frame}/bob/avatar`)
})

test('asks again for a picture that was uploaded just now, after 1, 2 and 4 seconds, then no more', () => {
  vi.useFakeTimers()
  const onStatusChange = vi.fn<(status: ImageStatus) => void>()
  render(
    <ImageState fallback="AL" retry={3} onStatusChange={onStatusChange}>
      {picture('ada')}
    </ImageState>,
  )
  for (const seconds of [1, 2, 4]) {
    const failed = image()
    fireEvent.error(failed)
    wait(seconds * 1000 - 1)
    expect(image()).toBe(failed)
    wait(1)
    expect(image()).not.toBe(failed)
    expect(image().src).toBe(`${frame}/ada/avatar`)
  }
  expect(onStatusChange).not.toHaveBeenCalled()
  fireEvent.error(image())
  expect(image()).toHaveTextContent('AL')
  expect(vi.getTimerCount()).toBe(0)
})

test('forgets what it waits for when it goes', () => {
  vi.useFakeTimers()
  const { unmount } = render(<ImageState retry={1}>{picture('ada')}</ImageState>)
  fireEvent.error(image())
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})

test('a src that changes is another picture, unless only its signature does', () => {
  const signed = (sig: string, path = 'ada') => (
    <ImageState>
      <img src={`${frame}/${path}/avatar?exp=4102444800&sig=${sig}`} alt="Ada" />
    </ImageState>
  )
  const { rerender } = render(signed('aa'))
  const first = image()
  rerender(signed('bb'))
  expect(image()).toBe(first)
  expect(first.src).toContain('sig=aa')
  rerender(signed('bb', 'bob'))
  expect(image()).not.toBe(first)
  expect(image().src).toContain('bob/avatar?exp=4102444800&sig=bb')
})

test('a query without a signature is part of the picture', () => {
  const { rerender } = render(
    <ImageState>
      <img src="/a.jpg?v=1" alt="Ada" />
    </ImageState>,
  )
  rerender(
    <ImageState>
      <img src="/a.jpg?v=2" alt="Ada" />
    </ImageState>,
  )
  expect(image().src).toContain('v=2')
})

test('says that a signed picture has expired, and shows it when it is signed anew', () => {
  const onExpire = vi.fn<() => void>()
  const signed = (expires: number) => (
    <ImageState fallback="AL" onExpire={onExpire}>
      <img src={`${frame}/ada/avatar?exp=${expires}&sig=aa`} alt="Ada" />
    </ImageState>
  )
  const { rerender } = render(signed(1_000_000_000))
  fireEvent.error(image())
  expect(onExpire).toHaveBeenCalledOnce()
  expect(image()).toHaveTextContent('AL')
  rerender(signed(4_102_444_800))
  expect(image().src).toContain('exp=4102444800')
})

test('a signed picture that has not expired and fails is a failure like any other', () => {
  const onExpire = vi.fn<() => void>()
  render(
    <ImageState onExpire={onExpire}>
      <img src={`${frame}/ada/avatar?exp=4102444800&sig=aa`} alt="Ada" />
    </ImageState>,
  )
  fireEvent.error(image())
  expect(onExpire).not.toHaveBeenCalled()
})

test.each(['exp=&sig=aa', 'exp=never&sig=aa', 'exp=-5&sig=aa', 'sig=aa'])(
  'a signature without a time to end never expires: %s',
  (query) => {
    const onExpire = vi.fn<() => void>()
    const onStatusChange = vi.fn<(status: ImageStatus) => void>()
    render(
      <ImageState fallback="AL" onExpire={onExpire} onStatusChange={onStatusChange}>
        <img src={`${frame}/ada/avatar?${query}`} alt="Ada" />
      </ImageState>,
    )
    fireEvent.error(image())
    expect(onStatusChange.mock.calls).toEqual([['error']])
    expect(onExpire).not.toHaveBeenCalled()
    expect(image()).toHaveTextContent('AL')
  },
)

test('uses the newer signature at once where the older one fails', () => {
  const signed = (expires: number) => (
    <ImageState fallback="AL">
      <img src={`${frame}/ada/avatar?exp=${expires}&sig=aa`} alt="Ada" />
    </ImageState>
  )
  const { rerender } = render(signed(1_000_000_000))
  rerender(signed(4_102_444_800))
  expect(image().src).toContain('exp=1000000000')
  fireEvent.error(image())
  expect(image().src).toContain('exp=4102444800')
})

test('adds nothing to the page that has a box of its own', () => {
  const { container } = render(
    <ImageState>
      <ResponsiveImage id="coast" alt="" width={400} height={300} delivery={delivery} />
    </ImageState>,
  )
  expect(container.innerHTML).toMatch(/^<slot><img [^>]+><\/slot>$/)
})

test('keeps the signed URLs of our components too, and takes the newer ones where those have expired', () => {
  const onExpire = vi.fn<() => void>()
  const onStatusChange = vi.fn<(status: ImageStatus) => void>()
  const signed = (expires: number) => (
    <ImageState fallback="AL" onExpire={onExpire} onStatusChange={onStatusChange}>
      <VariantImage
        image={{
          id: 'ada',
          requireSignedURLs: true,
          urls: { avatar: `${frame}/ada/avatar?exp=${expires}&sig=aa` },
        }}
        variant="avatar"
        alt="Ada"
        delivery={delivery}
      />
    </ImageState>
  )
  const { rerender } = render(signed(1_000_000_000))
  fireEvent.load(image())
  rerender(signed(1_000_000_001))
  expect(image().src).toContain('exp=1000000000')
  // As on a resize: the next candidate is asked for with a signature that has expired.
  fireEvent.error(image())
  expect(image().src).toContain('exp=1000000001')
  expect(onExpire).not.toHaveBeenCalled()
  fireEvent.error(image())
  expect(image()).toHaveTextContent('AL')
  expect(onExpire).toHaveBeenCalledOnce()
  rerender(signed(4_102_444_800))
  expect(image().src).toContain('exp=4102444800')
  rerender(signed(4_102_444_801))
  expect(image().src).toContain('exp=4102444800')
  expect(onStatusChange.mock.calls).toEqual([['loaded'], ['error']])
})

test('watches the picture in a picture', () => {
  render(
    <ImageState fallback="AL">
      <ResponsivePicture
        id="coast"
        alt="Ada"
        width={300}
        height={200}
        sources={[{ media: '(min-width: 800px)', width: 600 }]}
        delivery={delivery}
      />
    </ImageState>,
  )
  fireEvent.error(image())
  expect(image()).toHaveTextContent('AL')
  expect(document.querySelector('picture')).toBeNull()
})
