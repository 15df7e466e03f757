import type { TransformPlan } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import { gradient, photograph, plain } from '../support/pictures.ts'
import type { Colour } from '../support/pictures.ts'
import { apart, draw, make } from './makePicture.ts'

/** The colour that a plain picture of `colour` becomes. */
const become = async (colour: Colour, options: TransformPlan) =>
  (await draw(await plain(colour, { width: 9, height: 9 }), options)).at(4, 4)

test.each<[TransformPlan, Colour, Colour]>([
  [{ brightness: 0.5 }, [200, 100, 50], [100, 50, 25]],
  [{ brightness: 2 }, [200, 100, 50], [255, 200, 100]],
  [{ contrast: 0 }, [200, 100, 50], [128, 128, 128]],
  [{ contrast: 2 }, [200, 100, 50], [255, 72, 0]],
  // 255 × (v / 255) ^ 2: 156.9, 39.2, 9.8
  [{ gamma: 2 }, [200, 100, 50], [157, 39, 10]],
  // 255 × (v / 255) ^ 0.5: 225.8, 159.7, 112.9
  [{ gamma: 0.5 }, [200, 100, 50], [226, 160, 113]],
  [{ gamma: 0 }, [200, 100, 50], [200, 100, 50]],
  // Grey by Rec. 709: 0.2126 × 200 + 0.7152 × 100 + 0.0722 × 50 = 117.65
  [{ saturation: 0 }, [200, 100, 50], [118, 118, 118]],
  [{ saturation: 2 }, [200, 100, 50], [255, 82, 0]],
  [
    { brightness: 1, contrast: 1, gamma: 1, saturation: 1 },
    [200, 100, 50],
    [200, 100, 50],
  ],
  [{ brightness: 0.5, contrast: 2 }, [200, 100, 50], [72, 0, 0]],
])('%j makes %j into %j', async (options, before, after) => {
  expect(
    apart(await become(before, options), after.slice(0, 3).map(Number)),
  ).toBeLessThanOrEqual(1)
})

test('effects leave transparency as it is', async () => {
  expect(await become([200, 100, 50, 0], { brightness: 0.5 })).toHaveProperty('3', 0)
  const half = await become([200, 100, 50, 128], {
    brightness: 0.5,
    saturation: 0.5,
    blur: 2,
  })
  expect(Math.abs(half[3] - 128)).toBeLessThanOrEqual(1)
})

/** Black on the left, white on the right. */
const step = async () => {
  const { default: sharp } = await import('sharp')
  const white = await sharp(
    await plain([255, 255, 255], { width: 50, height: 40 }),
  ).toBuffer()
  const black = sharp(await plain([0, 0, 0], { width: 100, height: 40 }))
  return new Uint8Array(
    await black
      .composite([{ input: white, left: 50, top: 0 }])
      .png()
      .toBuffer(),
  )
}

test('blur softens an edge more the larger its radius, and moves no light', async () => {
  const edge = await step()
  const profile = async (blur: number) => {
    const { at } = await draw(edge, { blur })
    return Array.from({ length: 100 }, (_, x) => at(x, 20)[0])
  }
  const grey = (values: number[]) =>
    values.filter((value) => value > 5 && value < 250).length
  const [none, little, much] = [await profile(0), await profile(4), await profile(16)]
  expect(grey(none)).toBe(0)
  expect(grey(little)).toBeGreaterThan(4)
  expect(grey(much)).toBeGreaterThan(2 * grey(little))
  for (const values of [little, much]) {
    expect(values.every((value, x) => x === 0 || value >= values[x - 1]!)).toBe(true)
    const mean = values.reduce((sum, value) => sum + value) / 100
    expect(Math.abs(mean - 127.5)).toBeLessThan(3)
  }
})

test(
  'blur of 250 on a large picture takes less than five seconds',
  { timeout: 20_000 },
  async () => {
    const bytes = await photograph({ width: 2000, height: 1500 })
    const start = performance.now()
    await make(bytes, { blur: 250 }, 'jpeg')
    expect(performance.now() - start).toBeLessThan(5000)
  },
)

test('sharpen raises the contrast at a soft edge', async () => {
  const soft = (await make(await step(), { blur: 6 })).bytes
  const slope = async (sharpen: number) => {
    const { at } = await draw(soft, { sharpen })
    return at(52, 20)[0] - at(47, 20)[0]
  }
  expect(await slope(3)).toBeGreaterThan((await slope(0)) + 3)
})

test('a colour behind transparency may be any that CSS knows', async () => {
  const clear: Colour = [0, 0, 0, 0]
  for (const [background, wanted] of [
    ['#f60', [255, 102, 0, 255]],
    ['#ff660080', [255, 102, 0, 255]],
    ['rebeccapurple', [102, 51, 153, 255]],
    ['rgb(240,40,145)', [240, 40, 145, 255]],
    ['rgb(240 40 145)', [240, 40, 145, 255]],
    ['hsl(120, 100%, 50%)', [0, 255, 0, 255]],
  ] as const) {
    expect(await become(clear, { background })).toEqual(wanted)
  }
})

test('a colour that is none is refused', async () => {
  const bytes = await plain([1, 2, 3])
  await expect(make(bytes, { background: 'no colour' })).rejects.toMatchObject({
    code: 'invalid-options',
    cloudflareCode: 9401,
  })
})

test('a turned picture shows each pixel where arithmetic puts it', async () => {
  const bytes = await gradient({ width: 60, height: 40 })
  const [right, bottom] = [59, 39]
  // Where the pixel at (x, y) of the result comes from.
  const origins: [
    TransformPlan,
    number,
    number,
    (x: number, y: number) => [number, number],
  ][] = [
    [{ rotate: 90 }, 40, 60, (x, y) => [y, bottom - x]],
    [{ rotate: 180 }, 60, 40, (x, y) => [right - x, bottom - y]],
    [{ rotate: 270 }, 40, 60, (x, y) => [right - y, x]],
    [{ flip: 'h' }, 60, 40, (x, y) => [right - x, y]],
    [{ flip: 'v' }, 60, 40, (x, y) => [x, bottom - y]],
    [{ flip: 'hv' }, 60, 40, (x, y) => [right - x, bottom - y]],
    [{ flip: 'h', rotate: 90 }, 40, 60, (x, y) => [right - y, bottom - x]],
    [{ flip: 'v', rotate: 270 }, 40, 60, (x, y) => [right - y, bottom - x]],
  ]
  for (const [options, width, height, origin] of origins) {
    const seen = await draw(bytes, options)
    expect([seen.width, seen.height]).toEqual([width, height])
    for (const [x, y] of [
      [0, 0],
      [width - 1, 0],
      [7, 11],
      [13, height - 1],
    ] as const) {
      expect(seen.at(x, y).slice(0, 2)).toEqual(origin(x, y))
    }
  }
})

test('width and height are those of the turned picture', async () => {
  const seen = await draw(await gradient({ width: 200, height: 100 }), {
    rotate: 90,
    width: 50,
  })
  expect([seen.width, seen.height]).toEqual([50, 100])
})

test.each<[string, TransformPlan, [number, number], [number, number]]>([
  [
    'pixels of each side',
    { trim: { top: 10, right: 20, bottom: 30, left: 40 } },
    [140, 60],
    [40, 10],
  ],
  [
    'fractions of each side',
    { trim: { top: 0.1, left: 0.25, right: 0.5 } },
    [50, 90],
    [50, 10],
  ],
  [
    'a rectangle',
    { trim: { left: 30, top: 20, width: 100, height: 50 } },
    [100, 50],
    [30, 20],
  ],
  [
    'a rectangle past the edge',
    { trim: { left: 150, top: 20, width: 100 } },
    [50, 80],
    [150, 20],
  ],
  [
    'pixels that dpr doubles',
    { trim: { top: 10, left: 5 }, dpr: 2 },
    [190, 80],
    [10, 20],
  ],
  ['nothing', { trim: {} }, [200, 100], [0, 0]],
])('trim takes %s', async (_, options, size, from) => {
  const seen = await draw(await gradient({ width: 200, height: 100 }), options)
  expect([seen.width, seen.height]).toEqual(size)
  expect(seen.at(0, 0).slice(0, 2)).toEqual(from)
})

test('trim comes before turning and fitting', async () => {
  const options: TransformPlan = {
    trim: { left: 100 },
    rotate: 90,
    fit: 'cover',
    width: 50,
    height: 25,
    gravity: 'top',
  }
  const seen = await draw(await gradient({ width: 200, height: 100 }), options)
  expect([seen.width, seen.height]).toEqual([50, 25])
  // The right half, turned clockwise: its left column lies on top, its lowest pixel first; half as large.
  expect(apart(seen.at(0, 0), [100.5, 98.5])).toBeLessThanOrEqual(2)
})

test('trim that leaves nothing is refused', async () => {
  const bytes = await plain([1, 2, 3])
  for (const trim of [{ left: 60, right: 60 }, { top: 100 }, { left: 0.5, width: 0 }]) {
    await expect(make(bytes, { trim })).rejects.toMatchObject({ code: 'invalid-options' })
  }
})

test('a border is found by its colour', async () => {
  const { default: sharp } = await import('sharp')
  const inner = await sharp(
    await gradient({ width: 60, height: 30, blue: 200 }),
  ).toBuffer()
  const framed = new Uint8Array(
    await sharp(await plain([250, 250, 250], { width: 100, height: 80 }))
      .composite([{ input: inner, left: 10, top: 30 }])
      .png()
      .toBuffer(),
  )
  const size = async (trim: TransformPlan['trim']) => {
    const { width, height } = await draw(framed, { trim })
    return [width, height]
  }
  expect(await size('border')).toEqual([60, 30])
  expect(await size({ border: {} })).toEqual([60, 30])
  expect(await size({ border: { keep: 5 } })).toEqual([70, 40])
  expect(await size({ border: { keep: 15 } })).toEqual([85, 60])
  expect(await size({ border: { color: '#fafafa', tolerance: 1 } })).toEqual([60, 30])
  expect(await size({ border: { color: 'white', tolerance: 1 } })).toEqual([100, 80])
  expect(await size({ border: { color: 'white', tolerance: 9 } })).toEqual([60, 30])
})
