import fc from 'fast-check'
import type { TransformOptions, Trim } from 'react-cloudflare-images/url'

/** Any id that Cloudflare can have: segments of any characters, none of them empty or a dot segment. */
export const imageIds: fc.Arbitrary<string> = fc
  .array(
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .map((segment) => segment.replaceAll('/', '-'))
      .filter((segment) => segment !== '.' && segment !== '..'),
    { minLength: 1, maxLength: 4 },
  )
  .map((segments) => segments.join('/'))

export const accountHashes: fc.Arbitrary<string> =
  fc.stringMatching(/^[A-Za-z0-9_-]{22}$/)

const pixels = fc.integer({ min: 1, max: 12_000 })
/** Numbers as they are written: with at most four decimals. */
const decimals = (min: number, max: number) =>
  fc.integer({ min: min * 10_000, max: max * 10_000 }).map((units) => units / 10_000)
const fraction = decimals(0, 1)
const quality = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.constantFrom(
    'high' as const,
    'medium-high' as const,
    'medium-low' as const,
    'low' as const,
  ),
)
const factor = decimals(0, 100)
const color = fc.constantFrom(
  'red',
  '#0f08',
  '#a1B2c3',
  'rgb(240, 40, 145)',
  'hsl(12 50% 3% / 0.5)',
)
const cut = fc.oneof(fc.nat(5000), fraction)

const border = fc.record(
  { color, tolerance: fc.nat(255), keep: fc.nat(100) },
  { requiredKeys: [] },
)
/** Cuts in the one form that each of them has: four sides, a rectangle, or a border. */
const trim: fc.Arbitrary<Trim | 'border'> = fc.oneof(
  fc.constant('border' as const),
  fc.record({ top: cut, right: cut, bottom: cut, left: cut }),
  fc.record(
    { width: cut, height: cut, top: cut, left: cut },
    { requiredKeys: ['width', 'height'] },
  ),
  fc.record(
    {
      border: border.filter((value) => Object.keys(value).length > 0),
      top: cut,
      left: cut,
    },
    { requiredKeys: ['border'] },
  ),
)

/** Any options that a hosted URL accepts. */
export const transformOptions: fc.Arbitrary<TransformOptions> = fc.record(
  {
    width: fc.oneof(pixels, fc.constant('auto' as const)),
    height: pixels,
    wbreakpoints: fc.array(pixels, { minLength: 1, maxLength: 5 }),
    wmobile: pixels,
    wdesktop: pixels,
    dpr: decimals(1, 2),
    fit: fc.constantFrom(
      'scale-down' as const,
      'scale-up' as const,
      'contain' as const,
      'cover' as const,
      'crop' as const,
      'aspect-crop' as const,
      'pad' as const,
      'squeeze' as const,
    ),
    gravity: fc.oneof(
      fc.constantFrom(
        'auto' as const,
        'face' as const,
        'left' as const,
        'center' as const,
      ),
      fc.record({ x: fraction, y: fraction }),
    ),
    zoom: fraction,
    quality,
    'slow-connection-quality': quality,
    format: fc.constantFrom(
      'avif' as const,
      'webp' as const,
      'baseline-jpeg' as const,
      'json' as const,
    ),
    anim: fc.boolean(),
    background: color,
    blur: fc.nat(250),
    brightness: factor,
    contrast: factor,
    gamma: factor,
    saturation: factor,
    sharpen: decimals(0, 10),
    rotate: fc.constantFrom(90 as const, 180 as const, 270 as const),
    flip: fc.constantFrom('h' as const, 'v' as const, 'hv' as const),
    trim,
    metadata: fc.constantFrom('copyright' as const, 'keep' as const, 'none' as const),
    compression: fc.constant('fast' as const),
    segment: fc.constant('foreground' as const),
    upscale: fc.constantFrom('interpolate' as const, 'generate' as const),
  },
  { requiredKeys: [] },
)

/** Text that looks like options, and is mostly wrong. */
export const almostOptions: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'width',
          'w',
          'g',
          'trim',
          'trim.top',
          'trim.border.color',
          'background',
          'fit',
          'border',
          '__proto__',
          'trim.__proto__',
          'constructor',
        ),
        fc.oneof(
          fc.string(),
          fc.constantFrom(
            '1',
            '-1',
            '1e9',
            'NaN',
            '0.5x0.5',
            '1;2;3;4',
            'border',
            '%',
            '%E0%A4%A',
            'auto',
          ),
        ),
      ),
    )
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join(',')),
)
