import { defineDelivery, rewriteUrl } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { thrownBy } from './thrownBy.ts'

const hash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const base = `https://imagedelivery.net/${hash}`

describe('rewriteUrl', () => {
  test('puts options where a variant was', () => {
    expect(rewriteUrl(`${base}/people/ada/public`, { width: 400 })).toBe(
      `${base}/people/ada/width=400`,
    )
  })

  test('puts a variant where options or another variant were', () => {
    expect(rewriteUrl(`${base}/ada/width=400`, 'avatar')).toBe(`${base}/ada/avatar`)
    expect(rewriteUrl(`${base}/ada/public`, 'avatar')).toBe(`${base}/ada/avatar`)
  })

  test('merges options over those in the URL, whatever their spelling', () => {
    expect(rewriteUrl(`${base}/ada/w=400,q=80`, { width: 200, fit: 'cover' })).toBe(
      `${base}/ada/width=200,fit=cover,quality=80`,
    )
  })

  test('takes an option away by undefined, and never leaves the URL without a last part', () => {
    expect(rewriteUrl(`${base}/ada/w=400,q=80`, { quality: undefined })).toBe(
      `${base}/ada/width=400`,
    )
    expect(rewriteUrl(`${base}/ada/w=400`, { width: undefined })).toBe(
      `${base}/ada/format=auto`,
    )
  })

  test.each([
    ['/cdn-cgi/imagedelivery', '/cdn-cgi/imagedelivery'],
    ['', ''],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['//example.com/cdn-cgi/imagedelivery', '//example.com/cdn-cgi/imagedelivery'],
  ])('keeps the base %j as it is', (before, after) => {
    expect(rewriteUrl(`${before}/${hash}/ada/public`, 'avatar')).toBe(
      `${after}/${hash}/ada/avatar`,
    )
  })

  test('keeps the id as it is and the parameters that are no signature', () => {
    expect(rewriteUrl(`${base}/50%25%20off/public?v=2`, 'avatar')).toBe(
      `${base}/50%25%20off/avatar?v=2`,
    )
  })

  test('follows the friendly paths of a delivery that it is told of', () => {
    const delivery = defineDelivery({
      accountHash: hash,
      baseUrl: 'https://example.com',
      path: '/photos/{id}/{leaf}',
    })
    expect(
      rewriteUrl('https://example.com/photos/a/b/public', { width: 4 }, delivery),
    ).toBe('https://example.com/photos/a/b/width=4')
  })

  test.each([
    `${base}/ada/public?exp=1795305600&sig=6ef4`,
    `${base}/ada/public?sig=6ef4`,
  ])('refuses the signed URL %s, because its signature would no longer hold', (url) => {
    for (const change of ['avatar', { width: 400 }]) {
      const error = thrownBy(() => rewriteUrl(url, change))
      expect(error.code).toBe('private-image')
      expect(error.message).toContain('signature')
    }
  })

  test.each([
    ['https://example.com/photo.jpg', 'invalid-request'],
    ['', 'invalid-request'],
    [`${base}/ada/width=wide`, 'invalid-options'],
  ])('refuses %j with %s', (url, code) => {
    expect(thrownBy(() => rewriteUrl(url, { width: 400 })).code).toBe(code)
  })

  test('refuses a name that is none', () => {
    expect(thrownBy(() => rewriteUrl(`${base}/ada/public`, '../x')).code).toBe(
      'unknown-variant',
    )
  })
})
