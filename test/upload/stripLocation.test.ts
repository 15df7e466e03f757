import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { stripLocation } from 'react-cloudflare-images'
import { animation, photograph } from '../support/pictures.ts'

/** Words that must not leave the device. */
const secrets = ['Camera of Ada', 'Ada was here']

/** A picture that says who took it, where and by what. */
const talkative = (picture: Sharp, orientation: number) =>
  picture
    .withExif({
      IFD0: {
        Make: 'Camera of Ada',
        ImageDescription: 'Ada was here',
      },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,30.0N"/></rdf:RDF></x:xmpmeta>',
    )
    .withIccProfile('p3')

const strip = async (bytes: Uint8Array<ArrayBuffer>, type: string) => {
  const file = new File([bytes], 'a', { type })
  const { signal } = new AbortController()
  const result = await stripLocation()({ file, type, signal })
  return { result, bytes: Buffer.from(await (result?.file ?? file).arrayBuffer()) }
}
const pixelsOf = (bytes: Uint8Array) => sharp(bytes, { animated: true }).raw().toBuffer()
const exifTagsOf = async (bytes: Uint8Array) => {
  const { exif } = await sharp(bytes).metadata()
  return exif?.length ?? 0
}

describe.each(['jpeg', 'png', 'webp'] as const)('a %s', (format) => {
  const make = async (orientation: number) => {
    const plain = await photograph({ width: 120, height: 80, format: 'png' })
    const bytes = await talkative(sharp(plain).toFormat(format), orientation).toBuffer()
    return new Uint8Array(bytes)
  }

  test.each([1, 6])(
    'turned by %i keeps its pixels, profile and turn, and nothing else',
    async (turn) => {
      const before = await make(turn)
      const { result, bytes } = await strip(before, `image/${format}`)
      const [was, is] = [await sharp(before).metadata(), await sharp(bytes).metadata()]
      expect(was.exif!.length).toBeGreaterThan(100)
      expect(is).toMatchObject({ width: was.width, height: was.height, format })
      expect(is.icc?.equals(was.icc!)).toBe(true)
      expect(is.orientation ?? 1).toBe(turn)
      expect(await exifTagsOf(bytes)).toBeLessThan(40)
      expect(was.xmp!.includes('GPSLatitude')).toBe(true)
      expect(is.xmp).toBeUndefined()
      expect((await pixelsOf(bytes)).equals(await pixelsOf(before))).toBe(true)
      for (const secret of secrets) {
        expect(Buffer.from(before).includes(secret)).toBe(true)
        expect(bytes.includes(secret)).toBe(false)
      }
      expect(result?.keepsLocation).toBeUndefined()
    },
  )

  test('that says nothing goes up as it came', async () => {
    const plain = await photograph({ format })
    const { result } = await strip(plain, `image/${format}`)
    expect(result).toBeUndefined()
  })

  test('that breaks off is left alone or decodes as far as before', async () => {
    const whole = await make(6)
    for (const share of [0.2, 0.5, 0.9]) {
      const broken = whole.slice(0, Math.floor(whole.length * share))
      const { bytes } = await strip(broken, `image/${format}`)
      expect(bytes.length).toBeGreaterThan(0)
      expect(bytes.length).toBeLessThanOrEqual(broken.length)
    }
  })
})

test('what follows a JPEG, such as a second picture with a place of its own, goes', async () => {
  const first = await photograph({ width: 60, height: 40 })
  const second = await talkative(sharp(first).jpeg(), 1).toBuffer()
  const { bytes } = await strip(
    new Uint8Array(Buffer.concat([first, second])),
    'image/jpeg',
  )
  expect(bytes.equals(Buffer.from(first))).toBe(true)
})

test('bytes between the parts of a JPEG, which every decoder passes over, do not save its place', async () => {
  const plain = await photograph({ width: 120, height: 80, format: 'png' })
  const jpeg = await talkative(sharp(plain).toFormat('jpeg'), 6).toBuffer()
  const odd = new Uint8Array([...jpeg.subarray(0, 2), 0, 0, 0, ...jpeg.subarray(2)])
  const { bytes } = await strip(odd, 'image/jpeg')
  for (const secret of [...secrets, 'GPSLatitude'])
    expect(bytes.includes(secret)).toBe(false)
  expect((await sharp(bytes).metadata()).orientation).toBe(6)
  expect(await pixelsOf(bytes)).toEqual(await pixelsOf(jpeg))
})

test('a progressive JPEG of many scans keeps every one', async () => {
  const plain = await photograph({ width: 200, height: 120, grain: 40 })
  const before = await talkative(sharp(plain).jpeg({ progressive: true }), 3).toBuffer()
  const { bytes } = await strip(new Uint8Array(before), 'image/jpeg')
  expect((await pixelsOf(bytes)).equals(await pixelsOf(before))).toBe(true)
  expect((await sharp(bytes).metadata()).isProgressive).toBe(true)
})

test.each(['gif', 'webp'] as const)('a moving %s keeps all frames', async (format) => {
  const before = await animation({ frames: 5, format })
  const { bytes } = await strip(before, `image/${format}`)
  expect((await pixelsOf(bytes)).equals(await pixelsOf(before))).toBe(true)
})

test.each([
  ['', 0],
  [' whose camera writes no name before its EXIF', 6],
])(
  'a HEIC%s has its place overwritten where it stands, and nothing in it moves',
  async (_, from) => {
    const jpeg = await talkative(sharp(await photograph()).jpeg(), 6).toBuffer()
    const exif = (await sharp(jpeg).metadata()).exif!
    const box = Buffer.concat([
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'),
      exif.subarray(from),
      Buffer.from('pixels'),
    ])
    const { result, bytes } = await strip(new Uint8Array(box), 'image/heic')
    expect(result).toBeDefined()
    expect(bytes).toHaveLength(box.length)
    const rational = Buffer.from(exif.subarray(6))
    // The first number of the latitude, 52/1, in the byte order of the block.
    const number =
      rational.subarray(0, 2).toString() === 'II'
        ? [52, 0, 0, 0, 1, 0, 0, 0]
        : [0, 0, 0, 52, 0, 0, 0, 1]
    expect(box.includes(Buffer.from(number))).toBe(true)
    expect(bytes.includes(Buffer.from(number))).toBe(false)
    expect(bytes.includes('Camera of Ada')).toBe(true)
  },
)

test('an AVIF has its place overwritten where it stands, and keeps every pixel', async () => {
  const avif = await sharp(await photograph({ width: 64, height: 48, format: 'png' }))
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 30/1 7/1' } })
    .avif({ effort: 0 })
    .toBuffer()
  // The first number of the latitude, 52/1, in either byte order.
  const numbers = ['3400000001000000', '0000003400000001'].map((hex) =>
    Buffer.from(hex, 'hex'),
  )
  const says = (bytes: Buffer) => numbers.some((number) => bytes.includes(number))
  expect(says(avif)).toBe(true)
  const { bytes } = await strip(new Uint8Array(avif), 'image/avif')
  expect(says(bytes)).toBe(false)
  expect(bytes).toHaveLength(avif.length)
  expect(await pixelsOf(bytes)).toEqual(await pixelsOf(avif))
})

test('what cannot be cleaned says so', async () => {
  const text =
    '<svg xmlns="http://www.w3.org/2000/svg"><metadata exif:GPSLatitude="52,30.0N"/></svg>'
  const { result } = await strip(new TextEncoder().encode(text), 'image/svg+xml')
  expect(result?.keepsLocation).toBe(true)
})
