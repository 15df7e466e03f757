import fc from 'fast-check'
import { buildSrcSet, defineDelivery, deliveryUrl } from 'react-cloudflare-images/url'
import type { Delivery, SrcSetOptions } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { imageIds, transformOptions } from './arbitraries.ts'
import { thrownBy } from './thrownBy.ts'

const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
const base = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q'

describe('buildSrcSet', () => {
  test('writes one candidate for each width', () => {
    expect(buildSrcSet(delivery, 'people/ada', { widths: [400, 800], quality: 80 })).toBe(
      `${base}/people/ada/width=400,quality=80 400w, ${base}/people/ada/width=800,quality=80 800w`,
    )
  })

  test('gives each candidate the height of the ratio, rounded to whole pixels', () => {
    expect(
      buildSrcSet(delivery, 'ada', {
        widths: [400, 801],
        aspectRatio: 3 / 2,
        fit: 'aspect-crop',
      }),
    ).toBe(
      `${base}/ada/width=400,height=267,fit=aspect-crop 400w, ${base}/ada/width=801,height=534,fit=aspect-crop 801w`,
    )
  })

  test('takes the ratio from width and height where both are given', () => {
    expect(
      buildSrcSet(delivery, 'ada', { widths: [400], width: 1600, height: 900 }),
    ).toBe(`${base}/ada/width=400,height=225 400w`)
  })

  test('keeps a height that has no width beside it', () => {
    expect(
      buildSrcSet(delivery, 'ada', { widths: [400, 800], height: 300, fit: 'pad' }),
    ).toBe(
      `${base}/ada/width=400,height=300,fit=pad 400w, ${base}/ada/width=800,height=300,fit=pad 800w`,
    )
  })

  test('leaves out format=auto, as everywhere', () => {
    expect(buildSrcSet(delivery, 'ada', { widths: [400], format: 'auto' })).toBe(
      `${base}/ada/width=400 400w`,
    )
  })

  test('follows friendly paths, wherever the leaf stands', () => {
    const own = defineDelivery({ accountHash: 'hash', path: '/{leaf}/{id}' })
    expect(buildSrcSet(own, 'a/b', { widths: [4], quality: 80 })).toBe(
      '/width=4,quality=80/a/b 4w',
    )
  })

  test('writes the URLs that deliveryUrl writes, for any id and options', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 12_000 }), {
      minLength: 1,
      maxLength: 9,
    })
    fc.assert(
      fc.property(
        imageIds,
        transformOptions,
        widths,
        (id, { width: _, ...options }, list) => {
          const candidates = list.map(
            (width) => `${deliveryUrl(delivery, id, { ...options, width })} ${width}w`,
          )
          expect(buildSrcSet(delivery, id, { ...options, widths: list })).toBe(
            candidates.join(', '),
          )
        },
      ),
    )
  })

  test.each([Number.NaN, 0, -5, Infinity])('refuses the width %s', (width) => {
    expect(thrownBy(() => buildSrcSet(delivery, 'ada', { widths: [width] })).code).toBe(
      'invalid-options',
    )
  })

  test.each([Number.NaN, 0, -1, Infinity])('refuses the ratio %s', (aspectRatio) => {
    expect(
      thrownBy(() => buildSrcSet(delivery, 'ada', { widths: [400], aspectRatio })).code,
    ).toBe('invalid-options')
  })

  test('refuses options that no URL accepts, wrong ids, and accounts without flexible variants', () => {
    const fixed: Delivery = defineDelivery({ accountHash: 'hash', flexible: false })
    const refused = (to: Delivery, id: string, options: object) =>
      thrownBy(() => buildSrcSet(to, id, { widths: [4], ...options } as SrcSetOptions))
        .code
    expect(refused(delivery, 'ada', { border: 1 })).toBe('invalid-options')
    expect(refused(delivery, 'ada', { quality: 101 })).toBe('invalid-options')
    expect(refused(delivery, '..', {})).toBe('invalid-id')
    expect(refused(fixed, 'ada', {})).toBe('flexible-variants-disabled')
  })
})
