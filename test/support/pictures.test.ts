import sharp from 'sharp'
import { expect, test } from 'vitest'
import {
  animation,
  cornerColours,
  drawing,
  gradient,
  photograph,
  pixelsOf,
} from './pictures.ts'

const near = (seen: readonly number[], wanted: readonly number[], slack = 24): boolean =>
  wanted.every((value, index) => Math.abs(value - (seen[index] ?? -999)) <= slack)

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photograph of orientation %i shows its corners where sharp turns them upright',
  async (orientation) => {
    const bytes = await photograph({ width: 120, height: 80, orientation })
    expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(orientation)
    const upright = await sharp(bytes).autoOrient().png().toBuffer()
    const { width, height, at } = await pixelsOf(upright)
    expect([width, height]).toEqual([120, 80])
    expect(near(at(5, 5), cornerColours.topLeft)).toBe(true)
    expect(near(at(114, 5), cornerColours.topRight)).toBe(true)
    expect(near(at(5, 74), cornerColours.bottomLeft)).toBe(true)
    expect(near(at(114, 74), cornerColours.bottomRight)).toBe(true)
  },
)

test('pictures have the formats, sizes, frames and transparency that they were asked for', async () => {
  const png = await photograph({ width: 50, height: 50, format: 'png', alpha: true })
  expect((await sharp(png).metadata()).format).toBe('png')
  expect((await pixelsOf(png)).at(25, 25)[3]).toBe(0)
  const gif = await sharp(await animation({ frames: 5 })).metadata()
  expect([gif.format, gif.width, gif.height, gif.pages]).toEqual(['gif', 120, 80, 5])
  const svg = await sharp(drawing()).metadata()
  expect([svg.format, svg.width, svg.height]).toEqual(['svg', 320, 200])
  expect((await pixelsOf(await gradient())).at(201, 37)).toEqual([201, 37, 0, 255])
})
