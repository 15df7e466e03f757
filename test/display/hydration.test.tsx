import { render } from '@testing-library/react'
import { StrictMode } from 'react'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import {
  defineDelivery,
  ImagesProvider,
  ResponsiveImage,
  VariantImage,
  withDelivery,
} from 'react-cloudflare-images'
import { afterEach, expect, test, vi } from 'vitest'

const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
})
const image = { id, meta: { rci: { w: 4000, h: 3000, c: '#a1b2c3', alt: 'A coast' } } }
const Avatar = withDelivery(VariantImage, delivery)
const Photo = withDelivery(ResponsiveImage, delivery)

afterEach(() => {
  vi.restoreAllMocks()
})

/** Brings server-rendered markup to life, and gives back what React has to say about it. */
function hydrate(page: ReactElement): { complaints: unknown[]; markup: string } {
  const markup = renderToString(page)
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = markup
  const before = container.innerHTML
  const complaints: unknown[] = []
  vi.spyOn(console, 'error').mockImplementation((...words) => complaints.push(words))
  render(page, {
    container,
    hydrate: true,
    onRecoverableError: (error) => complaints.push(error),
  })
  expect(container.innerHTML).toBe(before)
  return { complaints, markup }
}

test.each([
  ['a named variant', <Avatar key="" id={id} variant="avatar" alt="Ada" />],
  ['two densities', <Avatar key="" id={id} variant={['avatar', 'public']} alt="Ada" />],
  ['constrained', <Photo key="" image={image} width={800} />],
  ['fixed', <Photo key="" image={image} layout="fixed" width={300} height={300} />],
  ['full width', <Photo key="" image={image} layout="fullWidth" aspectRatio={2} />],
  ['a frame', <Photo key="" image={image} width={300} height={300} fit="contain" />],
  ['an urgent picture', <Photo key="" image={image} width={800} priority />],
  ['strict CSP', <Photo key="" image={image} width={800} csp />],
])('%s comes to life without a word from React', (_, picture) => {
  const { complaints, markup } = hydrate(<StrictMode>{picture}</StrictMode>)
  expect(complaints).toEqual([])
  expect(markup).toMatch(/<img [^>]*width="\d+" height="\d+"/)
})

test('a provider above says where images come from', () => {
  const page = (
    <ImagesProvider delivery={delivery} csp>
      <VariantImage id={id} variant="avatar" alt="" />
      <ResponsiveImage image={image} />
    </ImagesProvider>
  )
  const { complaints, markup } = hydrate(page)
  expect(complaints).toEqual([])
  expect(markup).toContain(
    `src="https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/${id}/avatar"`,
  )
  expect(markup).not.toContain('style=')
})
