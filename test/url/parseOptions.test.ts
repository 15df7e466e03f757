import fc from 'fast-check'
import { isImagesError } from 'react-cloudflare-images'
import { formatOptions, parseOptions } from 'react-cloudflare-images/url'
import type { TransformOptions } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { almostOptions } from './arbitraries.ts'
import { attempt, thrownBy } from './thrownBy.ts'

describe('parseOptions', () => {
  test.each<[string, TransformOptions]>([
    [
      'w=400,h=300,q=80,f=webp,g=face',
      { width: 400, height: 300, quality: 80, format: 'webp', gravity: 'face' },
    ],
    ['scq=low,face-zoom=.5', { 'slow-connection-quality': 'low', zoom: 0.5 }],
    ['width=auto,wbreakpoints=320;640', { width: 'auto', wbreakpoints: [320, 640] }],
    ['g=0x1', { gravity: { x: 0, y: 1 } }],
    ['background=%23ff8800', { background: '#ff8800' }],
    ['background=rgb%28240%2C40%2C145%29', { background: 'rgb(240,40,145)' }],
    ['anim=false,rotate=270', { anim: false, rotate: 270 }],
    ['trim=20;30;20;0', { trim: { top: 20, right: 30, bottom: 20, left: 0 } }],
    ['trim=0.1;0.2;0.1;0.2', { trim: { top: 0.1, right: 0.2, bottom: 0.1, left: 0.2 } }],
    ['trim.left=800', { trim: { left: 800 } }],
    ['trim=border', { trim: 'border' }],
    [
      'trim.border.color=%23000000,trim.border.tolerance=5,trim.border.keep=10',
      { trim: { border: { color: '#000000', tolerance: 5, keep: 10 } } },
    ],
    ['trim=border,trim.border.keep=2', { trim: { border: { keep: 2 } } }],
    ['format=auto', { format: 'auto' }],
  ])('reads %s', (text, options) => {
    expect(parseOptions(text)).toEqual(options)
  })

  test('takes the last of an option that is written twice, under either name', () => {
    expect(parseOptions('w=100,width=200')).toEqual({ width: 200 })
    expect(parseOptions('width=200,w=100')).toEqual({ width: 100 })
  })

  test.each([
    '',
    'public',
    'width',
    '=400',
    'width=400,',
    'width=',
    'width=4e2',
    'width=0x10',
    'width=400px',
    'width=-1',
    'width=12001',
    'width=%',
    'Width=400',
    'fit=fill',
    'format=jpg',
    'gravity=0.5',
    'gravity=2x0',
    'gravity=0.5x',
    'trim=1;2;3',
    'trim=1;2;3;4;5',
    'trim.middle=1',
    'trim.top.left=1',
    'trim.__proto__=1',
    'trimmed=1',
    'trim.border.tolerance=300',
    'background=url%28x%29',
    'border=1',
    'unknown=1',
    '__proto__=1',
    'constructor=1',
  ])('refuses %j', (text) => {
    expect(thrownBy(() => parseOptions(text)).code).toBe('invalid-options')
  })

  test('says which option is wrong and what it takes', () => {
    expect(thrownBy(() => parseOptions('width=wide')).message).toBe(
      'The option "width" cannot be "wide": Cloudflare would refuse the URL. It takes a whole number from 1 to 12000, or auto.',
    )
    expect(thrownBy(() => parseOptions('onerror=redirect')).message).toContain(
      'transformUrl',
    )
  })

  test('throws nothing but ImagesError, and what it reads it can write and read again', () => {
    fc.assert(
      fc.property(almostOptions, (text) => {
        const options = attempt(() => parseOptions(text))
        const written = isImagesError(options) ? 'width=1' : formatOptions(options)
        expect(formatOptions(parseOptions(written))).toBe(written)
      }),
      { numRuns: 1000 },
    )
  })
})
