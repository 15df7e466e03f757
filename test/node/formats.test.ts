import { sharpTransformer } from 'react-cloudflare-images/node'
import type { TransformPlan } from 'react-cloudflare-images/emulator'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  animation,
  drawing,
  gradient,
  photograph,
  pixelsOf,
  plain,
} from '../support/pictures.ts'
import { apart, draw, make } from './makePicture.ts'

const transformer = sharpTransformer()

const header = async (
  bytes: Uint8Array<ArrayBuffer>,
  options: TransformPlan,
  format: Parameters<typeof make>[2],
) => sharp((await make(bytes, options, format)).bytes).metadata()

test('JPEG is progressive, except for very small and very large pictures', async () => {
  const bytes = await plain([200, 100, 50], { width: 6, height: 4 })
  const progressive = async (
    options: TransformPlan,
    format: 'jpeg' | 'baseline-jpeg' = 'jpeg',
  ) => (await header(bytes, options, format)).isProgressive
  const size = (width: number, height: number) =>
    ({ width, height, fit: 'squeeze' }) as const
  expect(await progressive(size(300, 200))).toBe(true)
  expect(await progressive(size(300, 200), 'baseline-jpeg')).toBe(false)
  expect(await progressive(size(49, 49))).toBe(false)
  expect(await progressive(size(49, 50))).toBe(true)
  expect(await progressive(size(3001, 3001))).toBe(false)
  expect(await progressive(size(3001, 100))).toBe(true)
})

test('PNG keeps every colour, and has a palette where a quality is asked for', async () => {
  const bytes = await gradient()
  expect((await header(bytes, {}, 'png')).isPalette).toBe(false)
  expect((await header(bytes, { quality: 80 }, 'png')).isPalette).toBe(true)
})

test('WebP of quality 100 is without loss', async () => {
  const bytes = await gradient({ width: 100, height: 100 })
  const { at } = await pixelsOf((await make(bytes, { quality: 100 }, 'webp')).bytes)
  for (const [x, y] of [
    [0, 0],
    [99, 50],
    [37, 73],
  ] as const) {
    expect(at(x, y)).toEqual([x, y, 0, 255])
  }
})

test('a JPEG keeps the copyright notice, all of its EXIF, or nothing', async () => {
  const exif = {
    IFD0: { Copyright: 'Ada Lovelace 1843', Artist: 'Ada' },
    IFD3: { GPSLatitude: '51/1 30/1 0/1' },
  }
  const stored = await photograph({ width: 90, height: 60, orientation: 6 })
  const bytes = new Uint8Array(
    await sharp(stored).keepExif().withExifMerge(exif).jpeg().toBuffer(),
  )
  const kept = async (metadata: TransformPlan['metadata']) => {
    const {
      exif: block,
      orientation,
      width,
      height,
    } = await header(bytes, { metadata }, 'jpeg')
    const text = block?.toString('latin1') ?? ''
    return {
      notice: Buffer.from(text, 'latin1').toString().includes('Ada Lovelace 1843'),
      artist: /\bAda\0/.test(text),
      upright: [orientation ?? 1, width, height],
    }
  }
  const upright = [1, 90, 60]
  expect(await kept(undefined)).toEqual({ notice: true, artist: false, upright })
  expect(await kept('copyright')).toEqual({ notice: true, artist: false, upright })
  expect(await kept('keep')).toEqual({ notice: true, artist: true, upright })
  expect(await kept('none')).toEqual({ notice: false, artist: false, upright })
  expect((await header(bytes, { metadata: 'keep' }, 'webp')).exif).toBeUndefined()
})

test.each([
  [
    'CMYK',
    async () =>
      sharp(await photograph())
        .toColourspace('cmyk')
        .jpeg({ quality: 100 }),
  ],
  [
    'wide gamut',
    async () =>
      sharp(await photograph())
        .withIccProfile('p3')
        .jpeg({ quality: 100 }),
  ],
  [
    'sixteen bits',
    async () =>
      sharp(await photograph())
        .toColourspace('rgb16')
        .png(),
  ],
])('a picture in %s comes out in the same colours, as sRGB', async (_, create) => {
  const bytes = new Uint8Array(await (await create()).toBuffer())
  const made = await make(bytes, { width: 300 }, 'png')
  const { space, depth, hasProfile } = await sharp(made.bytes).metadata()
  expect([space, depth, hasProfile]).toEqual(['srgb', 'uchar', false])
  const { at } = await pixelsOf(made.bytes)
  const grey = [90 + 50, 90 + 50, 140] // the gradient in the middle of a photograph
  expect(apart(at(150, 100), grey)).toBeLessThanOrEqual(20)
})

test('a picture in shades of grey stays grey', async () => {
  const bytes = new Uint8Array(
    await sharp(await gradient())
      .greyscale()
      .png()
      .toBuffer(),
  )
  const { at } = await draw(bytes, { width: 64, brightness: 1.1 })
  const [red, green, blue] = at(40, 20)
  expect([red, red]).toEqual([green, blue])
})

test.each<[TransformPlan]>([
  [{ gravity: 'auto' }],
  [{ gravity: 'entropy' }],
  [{ gravity: 'auto', rotate: 180 }],
  [{ gravity: 'face', trim: { left: 5 } }],
])('%j finds a bright object in each of nine cells', async (how) => {
  const dot = await sharp(await gradient({ width: 30, height: 30, blue: 40 }))
    .modulate({ saturation: 3 })
    .linear(8, 0)
    .png()
    .toBuffer()
  const grey = await plain([128, 128, 128], { width: 300, height: 300 })
  const isColoured = ([red, green, blue]: readonly number[]) =>
    Math.abs(red! - green!) + Math.abs(green! - blue!) > 30
  const coloured = async (bytes: Uint8Array<ArrayBuffer>, options: TransformPlan) => {
    const { width, height, at } = await draw(bytes, {
      ...options,
      ...how,
      fit: 'cover',
    })
    const all = Array.from({ length: width * height }, (_, index) =>
      at(index % width, Math.floor(index / width)),
    )
    return all.filter(isColoured).length
  }
  for (const left of [35, 135, 235]) {
    for (const top of [35, 135, 235]) {
      const picture = await sharp(grey)
        .composite([{ input: dot, left, top }])
        .png()
        .toBuffer()
      const bytes = new Uint8Array(picture)
      // A third of the width, and a third of the height: either holds most of the object.
      const whole = await coloured(bytes, {})
      expect(whole).toBeGreaterThan(500)
      expect(await coloured(bytes, { width: 100, height: 300 })).toBeGreaterThan(
        0.7 * whole,
      )
      expect(await coloured(bytes, { width: 300, height: 100 })).toBeGreaterThan(
        0.7 * whole,
      )
    }
  }
})

test('every frame of an animation is cropped alike, by what its first frame shows', async () => {
  const red = await sharp(await plain([255, 0, 0], { width: 30, height: 30 })).toBuffer()
  const frame = async (left: number) =>
    sharp(await plain([128, 128, 128], { width: 200, height: 60 }))
      .composite([{ input: red, left, top: 15 }])
      .png()
      .toBuffer()
  const join = { animated: true } as const
  const bytes = new Uint8Array(
    await sharp([await frame(150), await frame(10)], { join })
      .gif()
      .toBuffer(),
  )
  const options = { width: 60, height: 60, fit: 'cover', gravity: 'auto' } as const
  const made = await make(bytes, options, 'webp')
  const reds = async (page: number) => {
    const { at } = await pixelsOf(
      new Uint8Array(await sharp(made.bytes, { page }).png().toBuffer()),
    )
    return Array.from({ length: 3600 }, (_, index) =>
      at(index % 60, Math.floor(index / 60)),
    ).filter(([red, green]) => red > green + 100).length
  }
  expect(await reds(0)).toBeGreaterThan(600)
  expect(await reds(1)).toBe(0)
})

test('a strip is cropped by what stands out, however large the whole would become', async () => {
  const bytes = await plain([40, 90, 160], { width: 10, height: 10_000 })
  for (const gravity of ['auto', 'entropy'] as const) {
    const options = { width: 12_000, height: 10, fit: 'cover', gravity } as const
    const { at, width, height } = await draw(bytes, options)
    expect([width, height]).toEqual([12_000, 10])
    expect(apart(at(6_000, 5), [40, 90, 160])).toBeLessThan(3)
  }
})

test('what is only approximated says so', async () => {
  const bytes = await photograph()
  const said = async (options: TransformPlan, format: 'png' | 'jpeg' = 'png') =>
    (await make(bytes, options, format)).approximate
  expect(await said({ width: 100 })).toBeUndefined()
  expect(await said({ width: 100, height: 100, fit: 'cover', gravity: 'face' })).toEqual([
    'gravity',
  ])
  expect(await said({ width: 100, gravity: 'face' })).toBeUndefined()
  expect(await said({ width: 900, fit: 'contain', upscale: 'generate' })).toEqual([
    'upscale',
  ])
  expect(await said({ segment: 'foreground' })).toEqual(['segment'])
})

test('segment cuts something out, and a background fills what is cut', async () => {
  const bytes = await plain([200, 0, 0], { width: 100, height: 100 })
  const clear = await draw(bytes, { segment: 'foreground' })
  expect(clear.at(50, 50)).toEqual([200, 0, 0, 255])
  expect(clear.at(1, 1)[3]).toBe(0)
  expect(
    (await draw(bytes, { segment: 'foreground', background: 'blue' })).at(1, 1),
  ).toEqual([0, 0, 255, 255])
  const jpeg = await pixelsOf(
    (await make(bytes, { segment: 'foreground' }, 'jpeg')).bytes,
  )
  expect(apart(jpeg.at(1, 1), [255, 255, 255])).toBeLessThanOrEqual(4)
})

test('an animation keeps its frames apart through a strong blur, tones and a crop', async () => {
  const bytes = await animation({ width: 90, height: 60, frames: 3 })
  const options = {
    blur: 60,
    brightness: 0.5,
    fit: 'cover',
    width: 40,
    height: 40,
  } as const
  const made = await make(bytes, options, 'webp')
  expect((await sharp(made.bytes).metadata()).pages).toBe(3)
  const wanted = [
    [128, 0, 0],
    [0, 128, 0],
    [0, 0, 128],
  ]
  for (const page of [0, 1, 2]) {
    const frame = new Uint8Array(await sharp(made.bytes, { page }).png().toBuffer())
    const { width, height, at } = await pixelsOf(frame)
    expect([width, height]).toEqual([40, 40])
    for (const y of [0, 20, 39])
      expect(apart(at(20, y), wanted[page]!)).toBeLessThanOrEqual(4)
  }
})

test('a result beyond the limits is refused', async () => {
  const bytes = await plain([1, 2, 3])
  const sizes = [
    { width: 12_001 },
    { width: 11_000, height: 11_000 },
    { width: 6001, dpr: 2 },
  ]
  for (const size of sizes) {
    await expect(make(bytes, { ...size, fit: 'contain' })).rejects.toMatchObject({
      code: 'invalid-options',
      cloudflareCode: 9413,
    })
  }
})

test('inspect tells type, size, stored dimensions and frames', async () => {
  const cases = [
    [
      await photograph({ width: 60, height: 40, orientation: 6 }),
      'image/jpeg',
      40,
      60,
      1,
    ],
    [await photograph({ width: 60, height: 40, format: 'png' }), 'image/png', 60, 40, 1],
    [
      await photograph({ width: 60, height: 40, format: 'webp' }),
      'image/webp',
      60,
      40,
      1,
    ],
    [
      await photograph({ width: 60, height: 40, format: 'avif' }),
      'image/avif',
      60,
      40,
      1,
    ],
    [await animation({ width: 60, height: 40, frames: 7 }), 'image/gif', 60, 40, 7],
    [
      await animation({ width: 60, height: 40, frames: 2, format: 'webp' }),
      'image/webp',
      60,
      40,
      2,
    ],
    [drawing({ width: 60, height: 40 }), 'image/svg+xml', 60, 40, 1],
  ] as const
  for (const [bytes, type, width, height, frames] of cases) {
    expect(await transformer.inspect(bytes)).toEqual({
      type,
      size: bytes.length,
      width,
      height,
      frames,
    })
  }
})

test('inspect refuses what is no picture', async () => {
  const texts = [
    '',
    'hello',
    '%PDF-1.7',
    'GIF',
    '\u0089PNG',
    '<html><body>no</body></html>',
    '{}',
  ]
  for (const text of texts) {
    await expect(
      transformer.inspect(new TextEncoder().encode(text)),
    ).rejects.toMatchObject({
      name: 'ImagesError',
      code: expect.stringMatching(/^(unsupported-type|invalid-file)$/),
    })
  }
  const tiff = new Uint8Array(
    await sharp(await photograph())
      .tiff()
      .toBuffer(),
  )
  await expect(transformer.inspect(tiff)).rejects.toMatchObject({
    code: 'unsupported-type',
  })
})

test.each(['jpeg', 'png', 'webp'] as const)(
  'inspect refuses a %s that was cut off anywhere',
  async (format) => {
    const bytes = await photograph({ width: 400, height: 300, format, grain: 20 })
    for (const part of [0.03, 0.2, 0.5, 0.8, 0.95, 0.99]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * part))
      await expect(transformer.inspect(cut)).rejects.toMatchObject({
        code: 'invalid-file',
      })
    }
  },
)

test('inspect refuses an animation whose last frame is cut off', async () => {
  const bytes = await animation({ width: 300, height: 200, frames: 5, format: 'webp' })
  const cut = bytes.slice(0, bytes.length - 20)
  await expect(transformer.inspect(cut)).rejects.toMatchObject({ code: 'invalid-file' })
})

test('inspect tells the size of a bomb without setting it off', async () => {
  // A PNG of 10 × 10 pixels whose header claims 60,000 × 60,000, with the checksum to match.
  const bytes = await plain([1, 2, 3], { width: 10, height: 10 })
  const view = new DataView(bytes.buffer)
  view.setUint32(16, 60_000)
  view.setUint32(20, 60_000)
  view.setUint32(29, crc32(bytes.subarray(12, 29)))
  const start = performance.now()
  const size = { width: 60_000, height: 60_000 }
  expect(await transformer.inspect(bytes)).toMatchObject({ type: 'image/png', ...size })
  expect(performance.now() - start).toBeLessThan(500)
})
