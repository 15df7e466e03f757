import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { TransformPlan } from 'react-cloudflare-images/emulator'
import {
  animation,
  cornerColours,
  frameColours,
  gradient,
  photograph,
  pixelsOf,
  plain,
} from '../support/pictures.ts'
import { apart, draw, make } from './makePicture.ts'

/** Where the upper left, upper right, lower left and lower right of a photograph is seen. */
const corners = ({ width, height, at }: Awaited<ReturnType<typeof pixelsOf>>) => [
  at(3, 3),
  at(width - 4, 3),
  at(3, height - 4),
  at(width - 4, height - 4),
]
const { topLeft, topRight, bottomLeft, bottomRight } = cornerColours
const upright = [topLeft, topRight, bottomLeft, bottomRight]

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photograph of EXIF orientation %i is delivered upright',
  async (orientation) => {
    const bytes = await photograph({ width: 600, height: 400, orientation })
    const seen = await draw(bytes, { width: 150 })
    expect([seen.width, seen.height]).toEqual([150, 100])
    corners(seen).forEach((colour, index) =>
      expect(apart(colour, upright[index]!)).toBeLessThanOrEqual(30),
    )
  },
)

test.each(['jpeg', 'webp', 'avif', 'png', 'gif'] as const)(
  'a %s that was turned upright is not turned again by who opens it',
  async (format) => {
    const bytes = await photograph({ width: 300, height: 200, orientation: 6 })
    for (const metadata of ['keep', 'copyright', 'none'] as const) {
      const made = await make(bytes, { metadata }, format)
      const seen = await pixelsOf(
        new Uint8Array(await sharp(made.bytes).autoOrient().png().toBuffer()),
      )
      expect([seen.width, seen.height]).toEqual([300, 200])
      corners(seen).forEach((colour, index) =>
        expect(apart(colour, upright[index]!)).toBeLessThanOrEqual(40),
      )
    }
  },
)

test.each([3, 6, 7])(
  'orientation %i comes before trim, flip and rotate',
  async (orientation) => {
    const bytes = await photograph({ width: 600, height: 400, orientation })
    // The upper left quarter is red to the left of its middle; mirrored and turned, red comes to the lower right… by hand:
    // trim keeps the left half, h mirrors it (red upper right, blue lower right), 90 turns it clockwise.
    const seen = await draw(bytes, { trim: { right: 300 }, flip: 'h', rotate: 90 })
    expect([seen.width, seen.height]).toEqual([400, 300])
    expect(apart(seen.at(395, 295), topLeft)).toBeLessThanOrEqual(30)
    expect(apart(seen.at(4, 295), bottomLeft)).toBeLessThanOrEqual(30)
  },
)

test('each pixel of a crop comes from where the gravity says', async () => {
  const bytes = await gradient({ width: 200, height: 100 })
  const left = async (gravity: TransformPlan['gravity']) =>
    (await draw(bytes, { fit: 'cover', width: 100, height: 100, gravity })).at(0, 0)[0]
  expect(await left('left')).toBe(0)
  expect(await left(undefined)).toBe(50)
  expect(await left('right')).toBe(100)
  expect(await left({ x: 0.25, y: 0.5 })).toBe(25)
  const tall = await gradient({ width: 100, height: 200 })
  const top = async (gravity: TransformPlan['gravity']) =>
    (await draw(tall, { fit: 'cover', width: 100, height: 100, gravity })).at(0, 0)[1]
  expect(await top('top')).toBe(0)
  expect(await top('center')).toBe(50)
  expect(await top('bottom')).toBe(100)
})

test('a picture made smaller keeps its colours where they were', async () => {
  const seen = await draw(await gradient({ width: 256, height: 256 }), { width: 64 })
  // A pixel of the result is the middle of four of the source: 4 x + 1.5.
  for (const [x, y] of [
    [10, 10],
    [50, 12],
    [31, 60],
  ] as const) {
    expect(apart(seen.at(x, y), [4 * x + 1.5, 4 * y + 1.5, 0])).toBeLessThanOrEqual(2)
  }
})

test('pad fills the rest with the background, white unless told', async () => {
  const bytes = await plain([255, 0, 0], { width: 100, height: 50 })
  const white = await draw(bytes, { fit: 'pad', width: 100, height: 100 })
  expect(apart(white.at(50, 10), [255, 255, 255, 255])).toBeLessThanOrEqual(0)
  expect(apart(white.at(50, 50), [255, 0, 0, 255])).toBeLessThanOrEqual(0)
  const blue = await draw(bytes, {
    fit: 'pad',
    width: 100,
    height: 100,
    background: '#0000ff',
  })
  expect(apart(blue.at(50, 90), [0, 0, 255, 255])).toBeLessThanOrEqual(0)
})

test('transparency stays in formats that have it, and lies on the background elsewhere', async () => {
  const bytes = await photograph({ width: 100, height: 100, format: 'png', alpha: true })
  expect((await draw(bytes, {})).at(50, 50)[3]).toBe(0)
  expect(
    apart(
      (await draw(bytes, { background: 'rgb(0, 128, 0)' })).at(50, 50),
      [0, 128, 0, 255],
    ),
  ).toBeLessThanOrEqual(0)
  const jpeg = await make(bytes, {}, 'jpeg')
  expect(
    apart((await pixelsOf(jpeg.bytes)).at(50, 50), [255, 255, 255]),
  ).toBeLessThanOrEqual(6)
})

test.each([
  ['jpeg', 'image/jpeg', 'jpeg'],
  ['baseline-jpeg', 'image/jpeg', 'jpeg'],
  ['webp', 'image/webp', 'webp'],
  ['png', 'image/png', 'png'],
  ['gif', 'image/gif', 'gif'],
  ['avif', 'image/avif', 'heif'],
] as const)('%s is written as %s', async (format, type, known) => {
  const made = await make(await photograph(), { width: 300 }, format)
  const header = await sharp(made.bytes).metadata()
  expect([made.type, made.width, made.height]).toEqual([type, 300, 200])
  expect([header.format, header.width, header.height]).toEqual([known, 300, 200])
})

test('AVIF above 1,200 pixels comes as WebP', async () => {
  const bytes = await photograph({ width: 1300, height: 200 })
  expect((await make(bytes, { width: 1200 }, 'avif')).type).toBe('image/avif')
  expect((await make(bytes, {}, 'avif')).type).toBe('image/webp')
})

test('a lower quality makes a smaller file', async () => {
  const bytes = await photograph({ grain: 20 })
  for (const format of ['jpeg', 'webp', 'avif'] as const) {
    const size = async (quality?: number) =>
      (await make(bytes, { quality }, format)).bytes.length
    expect(await size(30)).toBeLessThan((await size()) * 0.6)
    expect(await size(85)).toBe(await size())
  }
})

test('an animation keeps its frames in webp and gif, and its first frame elsewhere', async () => {
  const bytes = await animation({ width: 120, height: 80, frames: 4 })
  for (const format of ['gif', 'webp'] as const) {
    const { bytes: made, width, height } = await make(bytes, { width: 60 }, format)
    const header = await sharp(made).metadata()
    expect([header.pages, header.width, header.height]).toEqual([4, 60, 40])
    expect([width, height]).toEqual([60, 40])
    expect(header.delay).toEqual([100, 100, 100, 100])
    expect(header.loop).toBe(0)
    const still = await sharp(
      (await make(bytes, { anim: false }, format)).bytes,
    ).metadata()
    expect(still.pages ?? 1).toBe(1)
  }
  expect(apart((await draw(bytes, {})).at(5, 5), frameColours[0])).toBeLessThanOrEqual(4)
})

test('the frames of an animation do not run into each other', async () => {
  const bytes = await animation({ width: 120, height: 80, frames: 3 })
  const {
    bytes: made,
    width,
    height,
  } = await make(bytes, { rotate: 90, blur: 20, flip: 'v' }, 'webp')
  expect([width, height]).toEqual([80, 120])
  for (const page of [0, 1, 2]) {
    const frame = await pixelsOf(
      new Uint8Array(await sharp(made, { page }).png().toBuffer()),
    )
    expect([frame.width, frame.height]).toEqual([80, 120])
    for (const y of [1, 60, 118])
      expect(apart(frame.at(40, y), frameColours[page]!)).toBeLessThanOrEqual(8)
  }
})
