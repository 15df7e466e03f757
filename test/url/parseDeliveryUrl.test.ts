import fc from 'fast-check'
import {
  defineDelivery,
  deliveryUrl,
  formatDeliveryUrl,
  parseDeliveryUrl,
} from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import {
  accountHashes,
  almostOptions,
  imageIds,
  transformOptions,
} from './arbitraries.ts'
import { thrownBy } from './thrownBy.ts'

const accountHash = 'Vi7wi5KSItxGFsWRG2Us6Q'

describe('parseDeliveryUrl', () => {
  test.each([
    [`https://imagedelivery.net/${accountHash}/ada/public`, 'https://imagedelivery.net'],
    [`http://imagedelivery.net/${accountHash}/ada/public`, 'http://imagedelivery.net'],
    [`//imagedelivery.net/${accountHash}/ada/public`, '//imagedelivery.net'],
    [
      `https://example.com/cdn-cgi/imagedelivery/${accountHash}/ada/public`,
      'https://example.com/cdn-cgi/imagedelivery',
    ],
    [
      `https://example.com:444/app/cdn-cgi/imagedelivery/${accountHash}/ada/public`,
      'https://example.com:444/app/cdn-cgi/imagedelivery',
    ],
    [
      `http://localhost:8787/cdn-cgi/imagedelivery/${accountHash}/ada/public`,
      'http://localhost:8787/cdn-cgi/imagedelivery',
    ],
    [`http://localhost:8787/${accountHash}/ada/public`, 'http://localhost:8787'],
    [`http://127.0.0.1/${accountHash}/ada/public`, 'http://127.0.0.1'],
    [`http://[::1]:80/${accountHash}/ada/public`, 'http://[::1]:80'],
    [`http://app.localhost/${accountHash}/ada/public`, 'http://app.localhost'],
    [`/cdn-cgi/imagedelivery/${accountHash}/ada/public`, '/cdn-cgi/imagedelivery'],
    [
      `/base/cdn-cgi/imagedelivery/${accountHash}/ada/public`,
      '/base/cdn-cgi/imagedelivery',
    ],
    [`/${accountHash}/ada/public`, ''],
  ])('recognises %s', (url, baseUrl) => {
    expect(parseDeliveryUrl(url)).toEqual({
      baseUrl,
      accountHash,
      imageId: 'ada',
      variant: 'public',
    })
    expect(formatDeliveryUrl(parseDeliveryUrl(url)!)).toBe(url)
  })

  test('takes the last part for options where it contains =, and everything between for the id', () => {
    expect(
      parseDeliveryUrl(
        `https://imagedelivery.net/${accountHash}/a/50%25%20off/w=400,h=300`,
      ),
    ).toEqual({
      baseUrl: 'https://imagedelivery.net',
      accountHash,
      imageId: 'a/50% off',
      options: { width: 400, height: 300 },
    })
  })

  test('reads signature and expiry', () => {
    const url = `https://imagedelivery.net/${accountHash}/ada/public?exp=1795305600&sig=6ef4`
    expect(parseDeliveryUrl(url)).toMatchObject({
      variant: 'public',
      expiresAt: 1_795_305_600,
      signature: '6ef4',
    })
    expect(formatDeliveryUrl(parseDeliveryUrl(url)!)).toBe(url)
  })

  test('leaves fragment and other parameters out', () => {
    expect(
      parseDeliveryUrl(`https://imagedelivery.net/${accountHash}/ada/public?v=2#top`),
    ).toEqual({
      baseUrl: 'https://imagedelivery.net',
      accountHash,
      imageId: 'ada',
      variant: 'public',
    })
  })

  test('reads any base and any hash that it is told of', () => {
    expect(
      parseDeliveryUrl('https://img.example/short/a/b/public', {
        baseUrl: 'https://img.example',
      }),
    ).toEqual({
      baseUrl: 'https://img.example',
      accountHash: 'short',
      imageId: 'a/b',
      variant: 'public',
    })
    expect(parseDeliveryUrl('/short/a/public', { baseUrl: '' })).toMatchObject({
      accountHash: 'short',
      imageId: 'a',
    })
  })

  test.each([
    '/photos/{id}/{leaf}',
    '/{leaf}/of/{id}',
    '/img/{hash}/{id}/as/{leaf}',
    '/{id}/{leaf}',
  ])('reads friendly paths of the pattern %s back', (path) => {
    const delivery = defineDelivery({ accountHash, baseUrl: 'https://example.com', path })
    const parsed = { baseUrl: 'https://example.com', accountHash, path, imageId: 'a/b c' }
    expect(parseDeliveryUrl(deliveryUrl(delivery, 'a/b c', 'public'), delivery)).toEqual({
      ...parsed,
      variant: 'public',
    })
    expect(
      parseDeliveryUrl(deliveryUrl(delivery, 'a/b c', { width: 4 }), delivery),
    ).toEqual({ ...parsed, options: { width: 4 } })
  })

  test('reads the plain URLs of an account that has friendly paths as well', () => {
    const delivery = defineDelivery({
      accountHash,
      baseUrl: 'https://example.com',
      path: '/photos/{id}/{leaf}',
    })
    const url = `https://imagedelivery.net/${accountHash}/ada/public`
    expect(parseDeliveryUrl(url, delivery)).toEqual(parseDeliveryUrl(url))
  })

  test.each([
    '',
    'not a url',
    'https://example.com/photo.jpg',
    'https://example.com/Vi7wi5KSItxGFsWRG2Us6Q/ada/public',
    'https://imagedelivery.net',
    'https://imagedelivery.net/',
    `https://imagedelivery.net/${accountHash}`,
    `https://imagedelivery.net/${accountHash}/ada`,
    `https://imagedelivery.net/${accountHash}/ada/`,
    `https://imagedelivery.net/${accountHash}//public`,
    `https://imagedelivery.net/${accountHash}/../public`,
    `https://imagedelivery.net/${accountHash}/a/%2e%2e/b/public`,
    `https://imagedelivery.net/${accountHash}/..%2F..%2Fb/public`,
    `https://imagedelivery.net/${accountHash}/%E0%A4%A/public`,
    `https://imagedelivery.net/${accountHash}/ada/width=wide`,
    `https://imagedelivery.net/${accountHash}/ada/unknown=1`,
    `https://imagedelivery.net/${accountHash}/ada/pub lic`,
    `https://imagedelivery.net.evil.example/${accountHash}/ada/public`,
    `https://imagedelivery.net@evil.example/${accountHash}/ada/public`,
    `https://user@example.com/cdn-cgi/imagedelivery/${accountHash}/ada/public`,
    `javascript:/cdn-cgi/imagedelivery/${accountHash}/ada/alert`,
    `data:text/html,/cdn-cgi/imagedelivery/${accountHash}/ada/public`,
    `//cdn-cgi/imagedelivery/${accountHash}/ada/public`,
    'http://localhost:3000/uploads/2026/cat.jpg',
    '/uploads/2026/cat.jpg',
    'https://example.com/cdn-cgi/image/width=400/https://example.org/a.jpg',
  ])('knows that %j is no delivery URL', (url) => {
    expect(parseDeliveryUrl(url)).toBeNull()
  })

  test('is undone by formatDeliveryUrl for every URL that deliveryUrl makes', () => {
    const bases = fc.constantFrom(
      {},
      { baseUrl: 'https://example.com/cdn-cgi/imagedelivery' },
      { baseUrl: 'http://localhost:8787' },
      { baseUrl: '' },
      { baseUrl: 'https://example.com', path: '/photos/{id}/{leaf}' },
      { path: '/{leaf}/{id}' },
    )
    fc.assert(
      fc.property(
        accountHashes,
        bases,
        imageIds,
        fc.option(transformOptions),
        (hash, base, imageId, options) => {
          const delivery = defineDelivery({ accountHash: hash, ...base })
          const url = deliveryUrl(delivery, imageId, options ?? 'public')
          const parsed = parseDeliveryUrl(url, delivery)
          expect(parsed).toMatchObject({
            accountHash: hash,
            baseUrl: delivery.baseUrl,
            imageId,
          })
          expect(formatDeliveryUrl(parsed!)).toBe(url)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('throws nothing, whatever it is given', () => {
    const urls = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .tuple(
          fc.constantFrom(
            'https://imagedelivery.net/h/',
            '/cdn-cgi/imagedelivery/h/',
            `/${accountHash}/`,
          ),
          fc.string({ unit: 'binary' }),
          almostOptions,
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(urls, (url) => {
        const parsed = parseDeliveryUrl(url)
        expect(parsed && parseDeliveryUrl(formatDeliveryUrl(parsed))).toEqual(parsed)
      }),
      { numRuns: 1000 },
    )
    for (const url of [undefined, null, 5, {}]) {
      expect(parseDeliveryUrl(url as unknown as string)).toBeNull()
    }
  })
})

describe('formatDeliveryUrl', () => {
  const place = { baseUrl: 'https://imagedelivery.net', accountHash, imageId: 'ada' }

  test('brings options into their order', () => {
    const parsed = parseDeliveryUrl(
      `https://imagedelivery.net/${accountHash}/ada/h=300,w=400,f=auto`,
    )!
    expect(formatDeliveryUrl(parsed)).toBe(
      `https://imagedelivery.net/${accountHash}/ada/width=400,height=300`,
    )
  })

  test('never ends without a last part', () => {
    expect(formatDeliveryUrl(place)).toBe(
      `https://imagedelivery.net/${accountHash}/ada/format=auto`,
    )
  })

  test('refuses a variant beside options, and names that are none', () => {
    expect(
      thrownBy(() => formatDeliveryUrl({ ...place, variant: 'public', options: {} }))
        .code,
    ).toBe('invalid-options')
    expect(thrownBy(() => formatDeliveryUrl({ ...place, variant: 'a/b' })).code).toBe(
      'unknown-variant',
    )
  })
})
