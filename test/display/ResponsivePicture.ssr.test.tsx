import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  defineDelivery,
  isImagesError,
  ResponsivePicture,
  withDelivery,
} from 'react-cloudflare-images'
import { describe, expect, test } from 'vitest'

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { small: { width: 320 }, large: { width: 1280 } },
})
const Picture = withDelivery(ResponsivePicture, delivery)
const base = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q'
const coast = { id: 'coast', meta: { rci: { w: 2400, h: 1600, c: '#5f8fb5', alt: '' } } }
const still = { id: 'dune', meta: { rci: { w: 600, h: 600, alt: '' } } }
const dancer = { id: 'dancer', meta: { rci: { w: 600, h: 600, n: 24, alt: '' } } }
const wide = '(min-width: 800px)'
const less = '(prefers-reduced-motion: reduce)'

type Attributes = Record<string, string>

/** The tags of a rendered picture, with their attributes. */
function tags(picture: ReactElement): { name: string; is: Attributes }[] {
  const html = renderToStaticMarkup(picture)
  return [...html.matchAll(/<(\w+)([^>]*)>/g)].map(([, name, rest]) => ({
    name: name!,
    is: Object.fromEntries(
      [...rest!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ),
  }))
}
const named = (picture: ReactElement, tag: string) =>
  tags(picture)
    .filter(({ name }) => name === tag)
    .map(({ is }) => is)

describe('a source', () => {
  test('that crops otherwise is as the picture in all else', () => {
    const [source] = named(
      <Picture
        image={coast}
        width={400}
        height={400}
        quality={60}
        sources={[{ media: wide, width: 900, aspectRatio: 3 }]}
      />,
      'source',
    )
    expect(source).toMatchObject({ media: wide, width: '900', height: '300' })
    expect(source!['srcSet']).toContain(
      `${base}/coast/width=900,height=300,fit=aspect-crop,quality=60 900w`,
    )
    expect(source!['sizes']).toBe('auto, (min-width: 900px) 900px, 100vw')
  })

  test('may show another image, by dark and light', () => {
    const picture = (
      <Picture
        image={coast}
        width={400}
        sources={[{ media: '(prefers-color-scheme: dark)', image: still }]}
      />
    )
    const [source] = named(picture, 'source')
    expect(source!['srcSet']).toContain(`${base}/dune/width=400 400w`)
    expect(source).toMatchObject({ width: '400', height: '400' })
    // What stands in for one picture would be wrong for the other.
    expect(named(picture, 'img')[0]!['style']).not.toContain('background')
  })

  test('may name the variants of a private image', () => {
    const urls = { small: '/s?sig=1', large: '/l?sig=2' }
    const [source] = named(
      <Picture
        image={coast}
        width={400}
        sources={[
          { media: wide, image: { ...coast, requireSignedURLs: true, urls }, width: 900 },
        ]}
      />,
      'source',
    )
    expect(source!['srcSet']).toBe('/s?sig=1 320w, /l?sig=2 1280w')
  })

  test('that names what it cannot have is refused as an image is', () => {
    const render = () =>
      renderToStaticMarkup(
        <Picture image={coast} sources={[{ media: wide, image: { id: '..' } }]} />,
      )
    expect(render).toThrow(expect.toSatisfy(isImagesError))
  })
})

describe('a picture that moves', () => {
  test('stands still for those who want less motion', () => {
    const sources = named(
      <Picture image={dancer} width={300} sources={[{ media: wide, width: 500 }]} />,
      'source',
    )
    expect(sources.map(({ media }) => media)).toEqual([`${wide} and ${less}`, wide, less])
    expect(sources.map(({ srcSet }) => /anim=false/.test(srcSet!))).toEqual([
      true,
      false,
      true,
    ])
  })

  test('is known by its facts, or by what is said', () => {
    const count = (picture: ReactElement) => named(picture, 'source').length
    expect(count(<Picture image={coast} />)).toBe(0)
    expect(count(<Picture image={coast} animated />)).toBe(1)
    expect(count(<Picture image={dancer} animated={false} />)).toBe(0)
    // Cloudflare passes drawings on as they are.
    expect(count(<Picture id="a.svg" alt="" width={9} height={9} animated />)).toBe(0)
  })
})

describe('an urgent picture', () => {
  test('has one preload for each source, none of which holds where another does', () => {
    const links = named(
      <Picture
        image={coast}
        layout="fullWidth"
        aspectRatio={1}
        sources={[
          { media: '(min-width: 1200px)', aspectRatio: 3 },
          {
            media: 'screen and (min-width: 800px), (orientation: landscape)',
            aspectRatio: 2,
          },
        ]}
        priority
      />,
      'link',
    )
    expect(links.map(({ media }) => media)).toEqual([
      '(min-width: 1200px)',
      '((min-width: 800px) or (orientation: landscape)) and (not (min-width: 1200px))',
      '(not (min-width: 1200px)) and (not ((min-width: 800px) or (orientation: landscape)))',
    ])
    for (const [at, height] of ['height=277', 'height=416', 'height=832'].entries()) {
      expect(links[at]).toMatchObject({
        rel: 'preload',
        as: 'image',
        fetchPriority: 'high',
      })
      expect(links[at]!['imageSrcSet']).toContain(`width=832,${height},`)
    }
  })

  test('asks for the same candidates as the picture does', () => {
    const picture = (
      <Picture
        image={coast}
        width={400}
        sources={[{ media: wide, width: 900 }]}
        priority
      />
    )
    const elements = [...named(picture, 'source'), ...named(picture, 'img')]
    const of = (key: string, list: Attributes[]) => list.map((each) => each[key])
    const links = named(picture, 'link')
    expect(of('imageSrcSet', links)).toEqual(of('srcSet', elements))
    expect(of('imageSizes', links)).toEqual(of('sizes', elements))
  })

  test('alone has', () => {
    expect(named(<Picture image={coast} />, 'link')).toEqual([])
  })
})

test('without sources is an image in a picture', () => {
  expect(tags(<Picture image={coast} />).map(({ name }) => name)).toEqual([
    'picture',
    'img',
  ])
})

test('under a strict CSP has no style attribute', () => {
  const picture = <Picture image={coast} sources={[{ media: wide, width: 900 }]} csp />
  expect(renderToStaticMarkup(picture)).not.toMatch(/ style=/)
})
