import { render } from '@testing-library/react'
import { defineDelivery, ResponsiveImage } from 'react-cloudflare-images'
import { createRef } from 'react'
import { expect, test, vi } from 'vitest'

const delivery = defineDelivery({ accountHash: 'hash' })
const slot = { delivery, alt: '', width: 300, aspectRatio: 1 }

test('a ref is given the picture once, however often it is rendered', () => {
  const calls: (Element | null)[] = []
  const ref = (img: HTMLImageElement | null) => void calls.push(img)
  const page = (title: string) => (
    <ResponsiveImage {...slot} id="coast" ref={ref} title={title} />
  )
  const { container, rerender, unmount } = render(page('one'))
  const img = container.querySelector('img')
  rerender(page('two'))
  rerender(page('three'))
  expect(calls).toEqual([img])
  unmount()
  expect(calls).toEqual([img, null])
})

test('what a ref answers is called when the picture leaves, and the ref is not', () => {
  const detach = vi.fn<() => void>()
  const ref = vi.fn<() => () => void>(() => detach)
  const { unmount } = render(<ResponsiveImage {...slot} id="coast" ref={ref} />)
  unmount()
  expect(ref).toHaveBeenCalledTimes(1)
  expect(detach).toHaveBeenCalledTimes(1)
})

test('an object holds the picture while it is on the page', () => {
  const ref = createRef<HTMLImageElement>()
  const { container, unmount } = render(
    <ResponsiveImage {...slot} id="coast" ref={ref} />,
  )
  expect(ref.current).toBe(container.querySelector('img'))
  unmount()
  expect(ref.current).toBeNull()
})

test('one function may hold two pictures, and loses each when it leaves', () => {
  const held = new Set<string>()
  const ref = (img: HTMLImageElement) => {
    held.add(img.title)
    return () => void held.delete(img.title)
  }
  const page = (titles: string[]) =>
    titles.map((title) => (
      <ResponsiveImage {...slot} key={title} id={title} title={title} ref={ref} />
    ))
  const { rerender } = render(page(['coast', 'wood']))
  expect(held).toEqual(new Set(['coast', 'wood']))
  rerender(page(['wood']))
  expect(held).toEqual(new Set(['wood']))
})
