import { render } from '@testing-library/react'
import { createElement } from 'react'
import type { ElementType } from 'react'
import { renderToString } from 'react-dom/server'
import {
  defineDelivery,
  getImageProps,
  isImagesError,
  ResponsiveImage,
  ResponsivePicture,
  VariantImage,
} from 'react-cloudflare-images'
import { beforeEach, describe, expect, test, vi } from 'vitest'

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
})
const markup = '"><img src=x onerror=alert(1)><script>alert(1)</script>'

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue()
})

const attributes = {
  img: /^(?:alt|decoding|fetchpriority|height|loading|sizes|src|srcset|style|width)$/,
  picture: /^$/,
  source: /^(?:height|media|sizes|srcset|width)$/,
}

/** The `<img>` that server and client render alike, or the code of the error; anything else fails. */
function outcome(props: object): Element | string {
  try {
    const isPicture = 'sources' in props
    const Component: ElementType = isPicture
      ? ResponsivePicture
      : 'variant' in props
        ? VariantImage
        : ResponsiveImage
    const element = createElement(Component, { delivery, ...props })
    const html = renderToString(element)
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    const elements = [...body.querySelectorAll('*')]
    expect(elements.map(({ localName }) => localName).join(' ')).toMatch(
      isPicture ? /^picture (?:source )*img$/ : /^img$/,
    )
    const { container, unmount } = render(element)
    const live = [...container.querySelectorAll('*')]
    expect(live).toHaveLength(elements.length)
    for (const [at, one] of elements.entries()) {
      const names = one.getAttributeNames()
      const expected = attributes[one.localName as keyof typeof attributes]
      expect(names.filter((name) => !expected.test(name))).toEqual([])
      for (const name of names.filter((each) => each !== 'style')) {
        expect(live[at]?.getAttribute(name)).toBe(one.getAttribute(name))
      }
    }
    unmount()
    return elements.at(-1) as Element
  } catch (error) {
    if (isImagesError(error)) return error.code
    throw error
  }
}

test.each([
  ['an empty id', { id: '' }, 'invalid-options'],
  ['an id that leads up', { id: '../../evil' }, 'invalid-id'],
  ['an id with a dot segment', { id: 'a/./b' }, 'invalid-id'],
  ['an id of a megabyte', { id: 'a'.repeat(1e6) }, 'invalid-id'],
  ['half a character', { id: '\ud800' }, 'invalid-id'],
  ['an id that is a number', { id: 7 }, 'invalid-id'],
  ['a script for a URL', { src: 'javascript:alert(1)' }, 'invalid-options'],
  ['the same, disguised', { src: ' java\nscript:alert(1)' }, 'invalid-options'],
  [
    'the same, behind a control character',
    { src: '\u0001JavaScript:x/' },
    'invalid-options',
  ],
  ['a page for a URL', { src: 'data:text/html,<script>1</script>' }, 'invalid-options'],
  ['an empty URL', { src: '' }, 'invalid-options'],
])('%s is refused', (_, given, code) => {
  const size = { width: 400, height: 300 }
  expect(outcome({ ...given, alt: '', ...size })).toBe(code)
  expect(outcome({ ...given, alt: '', ...size, sources: [] })).toBe(code)
  expect(outcome({ ...given, alt: '', variant: 'avatar' })).toBe(code)
})

test.each([Number.NaN, -1, 0, Infinity, 1e9, 12_001, '400', markup])(
  'the width %s is refused in development',
  (width) => {
    expect(outcome({ id: 'coast', alt: '', width, height: 300 })).toBe('invalid-options')
  },
)

test.each([
  ['a variant', { variant: markup }, 'unknown-variant'],
  ['a prototype for a variant', { variant: 'constructor' }, 'unknown-variant'],
  ['a fit', { width: 400, height: 300, fit: markup }, 'invalid-options'],
  ['a gravity', { width: 400, height: 300, gravity: markup }, 'invalid-options'],
  ['an option', { width: 400, height: 300, options: { [markup]: 1 } }, 'invalid-options'],
])('%s that is none is refused', (_, given, code) => {
  expect(outcome({ id: 'coast', alt: '', ...given })).toBe(code)
})

test.each([
  ['words', { id: 'coast', alt: markup, width: 400, height: 300 }],
  ['an id', { id: markup, alt: '', width: 400, height: 300 }],
  ['an id in a variant', { id: markup, alt: '', variant: 'avatar' }],
  ['a URL', { src: `https://example.com/${markup}`, alt: '', width: 400, height: 300 }],
  [
    'a broken delivery URL',
    { src: `https://imagedelivery.net/${markup}`, alt: '', variant: 'avatar' },
  ],
  ['sizes', { id: 'coast', alt: '', width: 400, height: 300, sizes: markup }],
])('markup in %s stays text', (_, given) => {
  expect(outcome(given)).toBeInstanceOf(Element)
})

test.each([
  ['a colour that closes the attribute', { c: `red;background:url(${markup})` }],
  ['a colour that is a URL', { c: 'javascript:alert(1)' }],
  ['five megabytes of placeholder', { t: 'A'.repeat(5e6), c: 'x'.repeat(5e6) }],
  ['words that are no text', { alt: { toString: 'x' } }],
  ['a focal point of markup', { f: [markup, markup] }],
  ['a prototype', { __proto__: { c: '#ffffff' } }],
])('%s in the facts reads as absent', (_, fact) => {
  const image = { id: 'coast', meta: { rci: { w: 400, h: 300, ...fact } } }
  const img = outcome({ image, alt: '', width: 200, height: 200 })
  const plain = outcome({
    image: { id: 'coast', meta: { rci: { w: 400, h: 300 } } },
    alt: '',
    width: 200,
    height: 200,
  })
  expect(img).toHaveProperty('outerHTML', (plain as Element).outerHTML)
})

test.each([
  ['a size of markup', { w: markup, h: 300 }],
  ['a negative size', { w: -400, h: 300 }],
  ['a size beyond measure', { w: 1e12, h: 300 }],
  ['no object', markup],
  ['null', null],
])('%s for facts reads as no facts', (_, rci) => {
  const img = outcome({ image: { id: 'coast', meta: { rci } }, alt: '', width: 200 })
  expect((img as Element).hasAttribute('height')).toBe(false)
})

test('a signed URL that came with an image begins no second candidate, and runs nothing', () => {
  const image = { id: 'coast', requireSignedURLs: true, meta: {} }
  const url = 'https://imagedelivery.net/a/b/c?sig=1 2x, https://evil.example/x'
  const img = outcome({
    image: { ...image, urls: { avatar: url } },
    variant: 'avatar',
    alt: '',
  })
  expect((img as Element).getAttribute('src')).not.toMatch(/[\s,]/)
  const script = { ...image, urls: { avatar: 'javascript:alert(1)' } }
  expect(outcome({ image: script, variant: 'avatar', alt: '' })).toBe('invalid-options')
})

test('no URL ends without a last part', () => {
  const { src } = getImageProps({
    delivery,
    id: 'logo.svg',
    alt: '',
    width: 10,
    height: 10,
  })
  expect(src).toMatch(/\/logo\.svg\/format=auto$/)
})

describe('a source of a picture', () => {
  const of = (source: object) =>
    outcome({ id: 'coast', alt: '', width: 400, height: 300, sources: [source] })
  const media = '(min-width: 800px)'

  test.each([
    ['an id that leads up', { id: '../../evil' }, 'invalid-id'],
    ['an image without an id', { image: {} }, 'invalid-id'],
    ['a script for a URL', { src: 'javascript:alert(1)' }, 'invalid-options'],
    ['no width', { width: Number.NaN }, 'invalid-options'],
    ['a width beyond measure', { width: 1e9 }, 'invalid-options'],
    ['a negative ratio', { aspectRatio: -2 }, 'invalid-options'],
    ['a fit that is none', { fit: markup }, 'invalid-options'],
    ['a variant that is none', { variants: [markup] }, 'unknown-variant'],
  ])('that has %s is refused', (_, given, code) => {
    expect(of({ media, ...given })).toBe(code)
  })

  test.each([
    ['its media query', { media: markup }],
    ['its id', { media, id: markup }],
    ['its URL', { media, src: `https://example.com/${markup}` }],
    ['its sizes', { media, sizes: markup }],
    [
      'the facts of its image',
      { media, image: { id: 'a', meta: { rci: markup } }, width: 9 },
    ],
  ])('keeps the markup in %s as text', (_, given) => {
    expect(of(given)).toBeInstanceOf(Element)
  })

  test('writes no media query of markup into the preloads of an urgent picture', () => {
    const html = renderToString(
      <ResponsivePicture
        delivery={delivery}
        id="coast"
        alt=""
        width={400}
        sources={[{ media: markup, width: 800 }]}
        priority
      />,
    )
    const { head, body } = new DOMParser().parseFromString(html, 'text/html')
    const names = [head, body].flatMap((part) =>
      Array.from(part.querySelectorAll('*'), ({ localName }) => localName),
    )
    expect(names.toSorted()).toEqual(['img', 'link', 'link', 'picture', 'source'])
  })
})

describe('a signature', () => {
  const signed = (query: string) =>
    outcome({
      image: {
        id: 'coast',
        requireSignedURLs: true,
        urls: { avatar: `https://imagedelivery.net/a/coast/avatar?${query}` },
      },
      variant: 'avatar',
      alt: '',
    })

  test.each(['exp=1&sig=aa', 'exp=&sig=', 'exp=never', `exp=${markup}`, 'sig=%'])(
    'that has expired or makes no sense is sent as it came: %s',
    (query) => {
      const src = (signed(query) as Element).getAttribute('src')!
      expect(src).toMatch(/^https:\/\/imagedelivery\.net\/a\/coast\/avatar\?(?:exp|sig)=/)
      expect(src).not.toMatch(/[\s,]/)
    },
  )
})
