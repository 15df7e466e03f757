import fc from 'fast-check'
import { defineDelivery, deliveryUrl } from 'react-cloudflare-images/url'
import type { Delivery } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { imageIds } from './arbitraries.ts'
import { thrownBy } from './thrownBy.ts'

const accountHash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const base = `https://imagedelivery.net/${accountHash}`
const delivery = defineDelivery({ accountHash, variants: { avatar: { width: 192 } } })
/** The same, with nothing known to the compiler, as JavaScript callers have it. */
const untyped: Delivery = delivery

describe('deliveryUrl', () => {
  test('ends in the name of a variant', () => {
    expect(deliveryUrl(delivery, 'people/ada', 'avatar')).toBe(
      `${base}/people/ada/avatar`,
    )
    expect(deliveryUrl(delivery, 'people/ada', 'public')).toBe(
      `${base}/people/ada/public`,
    )
  })

  test('ends in options', () => {
    expect(deliveryUrl(delivery, 'ada', { height: 300, width: 400 })).toBe(
      `${base}/ada/width=400,height=300`,
    )
    expect(deliveryUrl(delivery, 'ada', {})).toBe(`${base}/ada/format=auto`)
  })

  test.each([
    ['083eb7b2-5392-4565-b69e-aff66acddd00', '083eb7b2-5392-4565-b69e-aff66acddd00'],
    ['a/b/c.jpg', 'a/b/c.jpg'],
    ['50% off', '50%25%20off'],
    ['already%20encoded', 'already%2520encoded'],
    ['what?#', 'what%3F%23'],
    ['größe/日本', 'gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC'],
    [`(it's)*!`, '%28it%27s%29%2A%21'],
    ['a,b=c&d;e:f@g+h$i', 'a%2Cb%3Dc%26d%3Be%3Af%40g%2Bh%24i'],
    ['{leaf}', '%7Bleaf%7D'],
    ['"><img src=x>', '%22%3E%3Cimg%20src%3Dx%3E'],
    ['a\\..\\b', 'a%5C..%5Cb'],
    ['...', '...'],
    ['~a_b', '~a_b'],
  ])('writes the id %j as %s', (id, written) => {
    expect(deliveryUrl(delivery, id, 'public')).toBe(`${base}/${written}/public`)
  })

  test('makes URLs that a URL parser leaves as they are and that decode to the id', () => {
    fc.assert(
      fc.property(imageIds, (id) => {
        const url = deliveryUrl(delivery, id, 'public')
        expect(new URL(url).href).toBe(url)
        expect(decodeURIComponent(new URL(url).pathname)).toBe(
          `/${accountHash}/${id}/public`,
        )
        expect(url).toMatch(/^[\w.~%:/-]+$/)
      }),
    )
  })

  test.each([
    '',
    '/',
    '/a',
    'a/',
    '.',
    '..',
    'a/../b',
    './a',
    'a/.',
    '\uD800',
    'x'.repeat(1025),
  ])('refuses the id %j', (id) => {
    expect(thrownBy(() => deliveryUrl(delivery, id, 'public')).code).toBe('invalid-id')
  })

  test('refuses what is no id at all, as JavaScript may pass it', () => {
    for (const id of [undefined, null, 5, {}, ['a']]) {
      expect(
        thrownBy(() => deliveryUrl(delivery, id as unknown as string, 'public')).code,
      ).toBe('invalid-id')
    }
  })

  test.each(['avatr', 'constructor', 'toString', '', 'width=400', '../public'])(
    'refuses the variant %j and names those that there are',
    (name) => {
      const error = thrownBy(() => deliveryUrl(untyped, 'ada', name))
      expect(error.code).toBe('unknown-variant')
      expect(error.message).toContain('public, avatar')
    },
  )

  test('refuses options where the account does not allow them', () => {
    const fixed: Delivery = defineDelivery({ accountHash, flexible: false })
    expect(thrownBy(() => deliveryUrl(fixed, 'ada', { width: 400 })).code).toBe(
      'flexible-variants-disabled',
    )
    expect(deliveryUrl(fixed, 'ada', 'public')).toBe(`${base}/ada/public`)
  })

  test('carries a signature, and refuses one beside options, which private images do not have', () => {
    const signature = 'a'.repeat(64)
    expect(deliveryUrl(delivery, 'ada', 'avatar', { signature })).toBe(
      `${base}/ada/avatar?sig=${signature}`,
    )
    expect(
      deliveryUrl(delivery, 'ada', 'avatar', {
        signature,
        expiresAt: new Date('2026-11-22T00:00:00Z'),
      }),
    ).toBe(`${base}/ada/avatar?exp=1795305600&sig=${signature}`)
    expect(
      thrownBy(() => deliveryUrl(delivery, 'ada', { width: 4 }, { signature })).code,
    ).toBe('private-image')
    expect(
      thrownBy(() => deliveryUrl(delivery, 'ada', 'avatar', { signature: 'a&b' })).code,
    ).toBe('signature-invalid')
  })

  test.each([
    [
      'https://example.com/cdn-cgi/imagedelivery',
      undefined,
      `https://example.com/cdn-cgi/imagedelivery/${accountHash}/a/b/avatar`,
    ],
    [
      'http://localhost:8787',
      undefined,
      `http://localhost:8787/${accountHash}/a/b/avatar`,
    ],
    ['', undefined, `/${accountHash}/a/b/avatar`],
    [
      'https://example.com',
      '/photos/{id}/{leaf}',
      'https://example.com/photos/a/b/avatar',
    ],
    [undefined, '/img/{leaf}/{hash}/{id}', `/img/avatar/${accountHash}/a/b`],
  ])('begins with the base %j and follows the path %j', (baseUrl, path, url) => {
    const own = defineDelivery({ accountHash, baseUrl, path, variants: { avatar: {} } })
    expect(deliveryUrl(own, 'a/b', 'avatar')).toBe(url)
  })
})
