import { defineDelivery } from 'react-cloudflare-images/url'
import type { DeliveryOptions } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { thrownBy } from './thrownBy.ts'

const accountHash = 'Vi7wi5KSItxGFsWRG2Us6Q'

describe('defineDelivery', () => {
  test('gives a plain value that survives JSON', () => {
    const delivery = defineDelivery({
      accountHash,
      variants: { avatar: { width: 192 } },
      path: '/photos/{id}/{leaf}',
    })
    expect(JSON.parse(JSON.stringify(delivery))).toEqual(delivery)
    expect(delivery).toEqual({
      accountHash,
      baseUrl: '',
      variants: { public: {}, avatar: { width: 192 } },
      flexible: true,
      path: '/photos/{id}/{leaf}',
    })
  })

  test('delivers from imagedelivery.net in the variant public where nothing else is said', () => {
    expect(defineDelivery({ accountHash })).toEqual({
      accountHash,
      baseUrl: 'https://imagedelivery.net',
      variants: { public: {} },
      flexible: true,
    })
  })

  test('lets the account say what public does', () => {
    expect(
      defineDelivery({ accountHash, variants: { public: { width: 1366 } } }).variants
        .public,
    ).toEqual({ width: 1366 })
  })

  test.each([
    [
      'https://example.com/cdn-cgi/imagedelivery/',
      'https://example.com/cdn-cgi/imagedelivery',
    ],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['/cdn-cgi/imagedelivery', '/cdn-cgi/imagedelivery'],
    ['//images.example.com', '//images.example.com'],
    ['/', ''],
    ['', ''],
  ])('takes the base %j', (baseUrl, expected) => {
    expect(defineDelivery({ accountHash, baseUrl }).baseUrl).toBe(expected)
  })

  test.each<[string, DeliveryOptions]>([
    ['accountHash', { accountHash: '' }],
    ['accountHash', { accountHash: 'a/b' }],
    ['baseUrl', { accountHash, baseUrl: 'javascript:alert(1)' }],
    ['baseUrl', { accountHash, baseUrl: 'https://user@example.com' }],
    ['baseUrl', { accountHash, baseUrl: 'https://example.com?x=' }],
    ['baseUrl', { accountHash, baseUrl: 'https://example.com/"><script>' }],
    ['baseUrl', { accountHash, baseUrl: 'example.com' }],
    ['path', { accountHash, path: '/photos' }],
    ['path', { accountHash, path: '/photos/{id}' }],
    ['path', { accountHash, path: 'photos/{id}/{leaf}' }],
    ['path', { accountHash, path: '/photos/{id}-{leaf}' }],
    ['path', { accountHash, path: '/photos/{id}/{leaf}?x' }],
    ['path', { accountHash, path: '/{id}/{id}/{leaf}' }],
    ['variants', { accountHash, variants: { 'a/b': {} } }],
    ['variants', { accountHash, variants: { 'width=3': {} } }],
    ['variants', { accountHash, variants: { '': {} } }],
  ])('refuses a wrong %s: %j', (name, options) => {
    const error = thrownBy(() => defineDelivery(options))
    expect(error.code).toBe('no-delivery')
    expect(error.message).toContain(name)
  })
})
