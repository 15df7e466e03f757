import sharp from 'sharp'
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash'
import { thumbhashPlaceholder } from 'react-cloudflare-images'
import { beforeAll, describe, expect, test } from 'vitest'
import { paint, samples as all } from '../../.storybook/samples.ts'
import { decodeThumbhash } from '../../src/display/decodeThumbhash.ts'

const samples = all.filter(({ id }) => /coast|portrait|leaf/.test(id))
const hashes = new Map<string, Uint8Array>()
beforeAll(async () => {
  for (const sample of samples) {
    const { data, info } = await sharp(await paint(sample))
      .resize(100, 100, { fit: 'inside' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    hashes.set(sample.id, rgbaToThumbHash(info.width, info.height, data))
  }
})
const opaque = samples.map(({ id }) => id).filter((id) => !id.endsWith('leaf'))
const base64 = (id: string) => Buffer.from(hashes.get(id)!).toString('base64')
const facts = { w: 2400, h: 1600, c: '#5f8fb5' }

describe('a thumbhash', () => {
  test.each(opaque)('of %s has the pixels that the format says', (id) => {
    const hash = hashes.get(id)!
    const { w, h, rgba } = thumbHashToRGBA(hash)
    const theirs = [...rgba].filter((_, at) => at % 4 < 3)
    const ours = [...decodeThumbhash(hash, { width: w, height: h })]
    expect(ours).toHaveLength(theirs.length)
    const apart = ours.map((value, at) => Math.abs(value - theirs[at]!))
    expect(Math.max(...apart)).toBeLessThanOrEqual(1)
  })

  test('becomes a bitmap of 8 by 6 pixels in some hundreds of characters', () => {
    const background = thumbhashPlaceholder({ ...facts, t: base64('samples/coast') })!
    expect(background).toMatch(
      /^url\(data:image\/bmp;base64,[\w+/]+=*\) 0 0 \/ 100% 100% no-repeat$/,
    )
    expect(background.length).toBeLessThan(330)
    const file = Buffer.from(/base64,([^)]+)/.exec(background)![1]!, 'base64')
    expect(file.toString('latin1', 0, 2)).toBe('BM')
    expect(file.readUInt32LE(2)).toBe(file.length)
    expect([file.readInt32LE(18), file.readInt32LE(22)]).toEqual([8, -6])
  })

  test('may be written in the alphabet of URLs', () => {
    const t = Buffer.from([0xfb, 0xff, 0x3f, 0xfe, 0xff, ...Buffer.alloc(19, 0xfb)])
    expect(t.toString('base64url')).toMatch(/[-_]/)
    expect(thumbhashPlaceholder({ ...facts, t: t.toString('base64url') })).toBe(
      thumbhashPlaceholder({ ...facts, t: t.toString('base64') }),
    )
  })

  test.each([
    ['none', undefined],
    ['no base64', 'A'.repeat(9)],
    ['too short', 'AAAAAA'],
  ])('that is %s gives way to the average colour', (_, t) => {
    expect(thumbhashPlaceholder({ ...facts, t })).toBe('#5f8fb5')
  })

  test('of a picture with transparent pixels shows nothing', () => {
    expect(hashes.get('samples/leaf')![2]).toBeGreaterThan(127)
    const t = base64('samples/leaf')
    expect(thumbhashPlaceholder({ ...facts, t, a: 1 })).toBeUndefined()
    expect(thumbhashPlaceholder({ ...facts, t })).toBeUndefined()
  })
})
