import { transformUrl } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { thrownBy } from './thrownBy.ts'

const zone = 'https://example.com'

describe('transformUrl', () => {
  test.each([
    ['https://photos.example.org/ada.jpg', 'https://photos.example.org/ada.jpg'],
    [
      'https://photos.example.org/ada.jpg?v=2&x=a%20b',
      'https://photos.example.org/ada.jpg?v=2&x=a%20b',
    ],
    ['https://photos.example.org/ada.jpg#top', 'https://photos.example.org/ada.jpg'],
    [
      'https://photos.example.org/ada lovelace.jpg',
      'https://photos.example.org/ada%20lovelace.jpg',
    ],
    [
      'https://photos.example.org/größe.jpg',
      'https://photos.example.org/gr%C3%B6%C3%9Fe.jpg',
    ],
    ['http://photos.example.org:8080/ada.jpg', 'http://photos.example.org:8080/ada.jpg'],
    ['/uploads/ada.jpg', 'uploads/ada.jpg'],
    ['/uploads/ada.jpg?v=2', 'uploads/ada.jpg?v=2'],
  ])('transforms %s', (source, written) => {
    expect(transformUrl(zone, source, { width: 400 })).toBe(
      `${zone}/cdn-cgi/image/width=400/${written}`,
    )
  })

  test('writes format=auto where it is asked for, because a remote image keeps its format', () => {
    expect(transformUrl(zone, '/a.jpg', { format: 'auto', width: 400 })).toBe(
      `${zone}/cdn-cgi/image/width=400,format=auto/a.jpg`,
    )
  })

  test('never writes a URL without options', () => {
    expect(transformUrl(zone, '/a.jpg', {})).toBe(
      `${zone}/cdn-cgi/image/format=auto/a.jpg`,
    )
  })

  test('accepts onerror, which hosted images do not', () => {
    expect(transformUrl(zone, '/a.jpg', { width: 4, onerror: 'redirect' })).toBe(
      `${zone}/cdn-cgi/image/width=4,onerror=redirect/a.jpg`,
    )
  })

  test('is relative without a zone, and takes a zone with a slash', () => {
    expect(transformUrl('', '/a.jpg', { width: 4 })).toBe('/cdn-cgi/image/width=4/a.jpg')
    expect(transformUrl(`${zone}/`, '/a.jpg', { width: 4 })).toBe(
      `${zone}/cdn-cgi/image/width=4/a.jpg`,
    )
  })

  test.each([
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '//evil.example/a.jpg',
    '/\\evil.example',
    'a.jpg',
    '',
    'https://',
    'ftp://example.org/a.jpg',
  ])('refuses the source %j', (source) => {
    expect(thrownBy(() => transformUrl(zone, source, { width: 4 })).code).toBe(
      'invalid-request',
    )
  })

  test.each(['javascript:', 'example.com', 'https://example.com/path', 'https://a@b.c'])(
    'refuses the zone %j',
    (wrong) => {
      expect(thrownBy(() => transformUrl(wrong, '/a.jpg', { width: 4 })).code).toBe(
        'invalid-request',
      )
    },
  )

  test('refuses options that no URL accepts', () => {
    expect(
      thrownBy(() => transformUrl(zone, '/a.jpg', { border: 1 } as object)).code,
    ).toBe('invalid-options')
  })
})
