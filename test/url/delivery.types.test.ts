import {
  buildSrcSet,
  defineDelivery,
  deliveryUrl,
  formatOptions,
  parseDeliveryUrl,
  signUrl,
  transformUrl,
} from 'react-cloudflare-images/url'
import type { Delivery, TransformOptions, VariantName } from 'react-cloudflare-images/url'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { attempt } from './thrownBy.ts'

const accountHash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const delivery = defineDelivery({
  accountHash,
  variants: { avatar: { width: 192, height: 192, fit: 'cover' }, card: { width: 600 } },
})
const fixed = defineDelivery({ accountHash, variants: { avatar: {} }, flexible: false })

describe('the types of a delivery', () => {
  test('know its variants by name, public among them', () => {
    expectTypeOf<VariantName<typeof delivery>>().toEqualTypeOf<
      'public' | 'avatar' | 'card'
    >()
    expectTypeOf(defineDelivery({ accountHash })).toEqualTypeOf<
      Delivery<'public', true>
    >()
    expectTypeOf(fixed).toEqualTypeOf<Delivery<'public' | 'avatar', false>>()
    expectTypeOf(delivery).toExtend<Delivery>()
  })

  test('refuse a name that is no variant', () => {
    deliveryUrl(delivery, 'ada', 'avatar')
    deliveryUrl(delivery, 'ada', 'public')
    // @ts-expect-error -- misspelt
    expect(() => deliveryUrl(delivery, 'ada', 'avatr')).toThrow(/avatr/)
  })

  test('refuse options where the account does not allow them', () => {
    deliveryUrl(delivery, 'ada', { width: 400 })
    // @ts-expect-error -- flexible: false
    expect(() => deliveryUrl(fixed, 'ada', { width: 400 })).toThrow(/flexible/)
    // @ts-expect-error -- flexible: false
    expect(() => buildSrcSet(fixed, 'ada', { widths: [400] })).toThrow(/flexible/)
  })

  test('take any name for a delivery that was read from JSON', () => {
    const read = JSON.parse(JSON.stringify(delivery)) as Delivery
    expectTypeOf(deliveryUrl<string, boolean>)
      .parameter(2)
      .toEqualTypeOf<string | TransformOptions>()
    expect(deliveryUrl(read, 'ada', 'card')).toMatch(/card$/)
  })

  test('refuse fits that named variants do not have', () => {
    const variants = { avatar: { fit: 'aspect-crop' } } as const
    // @ts-expect-error -- not in Cloudflare's schema of variants
    const newer = defineDelivery({ accountHash, variants })
    // @ts-expect-error -- no such member
    const misspelt = defineDelivery({ accountHash, variants: { avatar: { widht: 4 } } })
    expectTypeOf(newer.flexible).toEqualTypeOf(misspelt.flexible)
    expect(newer.variants.public).toEqual({})
  })
})

describe('the types of options', () => {
  test('know every option', () => {
    expectTypeOf<TransformOptions['width']>().toEqualTypeOf<number | 'auto' | undefined>()
    expectTypeOf<TransformOptions['rotate']>().toEqualTypeOf<90 | 180 | 270 | undefined>()
    expectTypeOf<TransformOptions['anim']>().toEqualTypeOf<boolean | undefined>()
    expectTypeOf<TransformOptions['wbreakpoints']>().toEqualTypeOf<
      readonly number[] | undefined
    >()
    expectTypeOf<TransformOptions['slow-connection-quality']>().toEqualTypeOf<
      TransformOptions['quality']
    >()
    expectTypeOf<TransformOptions['fit']>().toEqualTypeOf<
      | 'scale-down'
      | 'scale-up'
      | 'contain'
      | 'cover'
      | 'crop'
      | 'aspect-crop'
      | 'pad'
      | 'squeeze'
      | undefined
    >()
    formatOptions({
      gravity: { x: 0.5, y: 0.2 },
      quality: 'medium-high',
      trim: { border: { keep: 2 } },
    })
  })

  test('refuse wrong values, wrong names, aliases, and what hosted URLs do not accept', () => {
    // @ts-expect-error -- not a number
    attempt(() => formatOptions({ width: '400' }))
    // @ts-expect-error -- CSS's word, not Cloudflare's
    attempt(() => formatOptions({ fit: 'fill' }))
    // @ts-expect-error -- write jpeg
    attempt(() => formatOptions({ format: 'jpg' }))
    // @ts-expect-error -- write width
    attempt(() => formatOptions({ w: 400 }))
    // @ts-expect-error -- works in a Worker
    attempt(() => formatOptions({ border: { color: 'red', width: 2 } }))
    // @ts-expect-error -- works in a Worker
    attempt(() => formatOptions({ draw: [] }))
    // @ts-expect-error -- works for remote images
    attempt(() => formatOptions({ onerror: 'redirect' }))
    expect(transformUrl('', '/a.jpg', { onerror: 'redirect' })).toContain('onerror')
  })

  test('refuse both times of a signature at once', async () => {
    const url = `https://imagedelivery.net/${accountHash}/ada/public`
    // @ts-expect-error -- one or the other
    await expect(signUrl(url, 'key', { expiresIn: 60, expiresAt: 60 })).rejects.toThrow(
      /either/,
    )
    expectTypeOf(parseDeliveryUrl(url))
      .exclude<null>()
      .toHaveProperty('imageId')
      .toEqualTypeOf<string>()
  })
})
