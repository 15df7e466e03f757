import fc from 'fast-check'
import { ImagesError } from 'react-cloudflare-images'
import { formatOptions, optionTable, parseOptions } from 'react-cloudflare-images/url'
import type { TransformOptions } from 'react-cloudflare-images/url'
import { describe, expect, test } from 'vitest'
import { attempt, thrownBy } from './thrownBy.ts'
import { transformOptions } from './arbitraries.ts'

describe('formatOptions', () => {
  test('writes one order whatever the order the options come in', () => {
    expect(formatOptions({ fit: 'cover', width: 400 })).toBe('width=400,fit=cover')
    expect(
      formatOptions({
        quality: 80,
        height: 300,
        gravity: 'face',
        fit: 'cover',
        width: 400,
      }),
    ).toBe('width=400,height=300,fit=cover,gravity=face,quality=80')
  })

  test('writes the same text for every order of the same options', () => {
    fc.assert(
      fc.property(transformOptions, fc.infiniteStream(fc.nat()), (options, random) => {
        const shuffled = Object.fromEntries(
          Object.entries(options)
            .map((entry) => [random.next().value, entry] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, entry]) => entry),
        )
        expect(formatOptions(shuffled)).toBe(formatOptions(options))
      }),
    )
  })

  test.each<[TransformOptions, string]>([
    [
      { width: 'auto', wbreakpoints: [320, 768], wmobile: 640, wdesktop: 1200 },
      'width=auto,wbreakpoints=320;768,wdesktop=1200,wmobile=640',
    ],
    [{ gravity: { x: 0.33, y: 0.5 } }, 'gravity=0.33x0.5'],
    [{ gravity: '0.33x0.5' }, 'gravity=0.33x0.5'],
    [{ gravity: { x: 1 / 3, y: 2 / 3 } }, 'gravity=0.3333x0.6667'],
    [
      { quality: 'medium-low', 'slow-connection-quality': 40 },
      'quality=medium-low,slow-connection-quality=40',
    ],
    [{ anim: false }, 'anim=false'],
    [{ background: '#ff8800' }, 'background=%23ff8800'],
    [{ background: 'rgb(240,40,145)' }, 'background=rgb%28240%2C40%2C145%29'],
    [
      { background: 'rgb(240 40 145 / 50%)' },
      'background=rgb%28240%2040%20145%20%2F%2050%25%29',
    ],
    [{ trim: 'border' }, 'trim=border'],
    [{ trim: { top: 20, left: 5 } }, 'trim.left=5,trim.top=20'],
    [{ trim: { right: 20, height: 5 } }, 'trim.height=5,trim.right=20'],
    [{ trim: { top: 20, right: 30, bottom: 20, left: 0 } }, 'trim=20;30;20;0'],
    [{ trim: { right: 0.25 } }, 'trim=0;0.25;0;0'],
    [
      { trim: { top: 40, left: 30, width: 678, height: 600 } },
      'trim.width=678,trim.height=600,trim.left=30,trim.top=40',
    ],
    [
      { trim: { border: { color: '#000', tolerance: 5, keep: 10 } } },
      'trim.border.color=%23000,trim.border.keep=10,trim.border.tolerance=5',
    ],
    [
      {
        fit: 'pad',
        rotate: 90,
        flip: 'hv',
        segment: 'foreground',
        upscale: 'generate',
        compression: 'fast',
      },
      'compression=fast,fit=pad,flip=hv,rotate=90,segment=foreground,upscale=generate',
    ],
  ])('writes %j as %s', (options, text) => {
    expect(formatOptions(options)).toBe(text)
  })

  test('never writes nothing, since a URL without a last part is an error', () => {
    expect(formatOptions({})).toBe('format=auto')
    expect(formatOptions({ width: undefined })).toBe('format=auto')
    expect(formatOptions({ format: 'auto' })).toBe('format=auto')
  })

  test('leaves out format=auto where anything else is left, for it is what hosted images do', () => {
    expect(formatOptions({ format: 'auto', width: 400 })).toBe('width=400')
    expect(formatOptions({ format: 'webp', width: 400 })).toBe('width=400,format=webp')
  })

  test.each([
    ['width', Number.NaN],
    ['width', -5],
    ['width', 0],
    ['width', 1.5],
    ['width', 1e9],
    ['width', 12_001],
    ['width', Infinity],
    ['width', '400'],
    ['width', null],
    ['dpr', 3],
    ['fit', 'fill'],
    ['quality', 101],
    ['format', 'jpg'],
    ['gravity', { x: 2, y: 0 }],
    ['gravity', { x: 0 }],
    ['gravity', 'side'],
    ['background', 'url(javascript:alert(1))'],
    ['background', ''],
    ['blur', 251],
    ['sharpen', 11],
    ['rotate', 45],
    ['trim', { top: -1 }],
    ['trim', { right: 5, width: 100 }],
    ['trim', { border: { tolerance: 256 } }],
    ['trim', [1, 2, 3, 4]],
    ['trim', { border: {} }],
    ['trim', { border: null }],
    ['wbreakpoints', []],
    ['anim', 'false'],
  ])('refuses %s = %j and says what it takes', (name, value) => {
    const error = thrownBy(() => formatOptions({ [name]: value }))
    expect(error.code).toBe('invalid-options')
    expect(error.message).toContain(`"${name}"`)
    expect(error.message).toContain('It takes')
  })

  test.each([
    ['border', /Worker/],
    ['draw', /Worker/],
    ['origin-auth', /Worker/],
    ['onerror', /transformUrl/],
  ])(
    'refuses %s, which hosted URLs do not accept, and says where it works',
    (name, where) => {
      const error = thrownBy(() => formatOptions({ [name]: 'redirect' }))
      expect(error.code).toBe('invalid-options')
      expect(error.message).toMatch(where)
    },
  )

  test('refuses names that are none, those of every object included', () => {
    for (const name of ['w', 'constructor', 'toString', 'x=1,width']) {
      expect(thrownBy(() => formatOptions({ [name]: 1 })).code).toBe('invalid-options')
    }
  })

  test('writes what parseOptions reads back, for any options', () => {
    fc.assert(
      fc.property(
        transformOptions.filter((options) => Object.keys(options).length > 0),
        (options) => {
          expect(parseOptions(formatOptions(options))).toEqual(options)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('writes only characters that a srcset and an unquoted url() of CSS can carry', () => {
    fc.assert(
      fc.property(transformOptions, (options) => {
        expect(formatOptions(options)).toMatch(/^[\w.=;,%-]+$/)
      }),
    )
  })

  test('throws nothing but ImagesError, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...Object.keys(optionTable), 'border', 'x'),
          fc.anything(),
        ),
        (options) => {
          const result = attempt(() => formatOptions(options as TransformOptions))
          expect(result).toSatisfy(
            (text) => text instanceof ImagesError || /^[\w.=;,%-]+$/.test(String(text)),
          )
        },
      ),
      { numRuns: 500 },
    )
  })
})
