import ExifReader from 'exifreader'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { createUploader } from '../../src/upload/createUploader.ts'
import { animation, photograph } from '../support/pictures.ts'
import { createLocalCloud } from './localCloud.ts'

/** What Cloudflare has after a file was uploaded with no option of preparation given. */
async function storedBytes(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const { api, store, transport } = createLocalCloud()
  const uploader = createUploader({ api, transport })
  const { succeeded } = await uploader.uploadAsync([file])
  return (await store.readBytes(succeeded[0]!.imageId))!
}

const talkative = (picture: Sharp) =>
  picture
    .withExif({
      IFD0: { Make: 'Camera of Ada', ImageDescription: 'Ada was here' },
      IFD2: { MakerNote: 'what the maker notes', LensModel: 'Lens of Ada' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="52,30.0N"/></rdf:RDF></x:xmpmeta>',
    )
    .withIccProfile('p3')

/** A segment of a JPEG, put behind its first marker. */
const withSegment = (jpeg: Uint8Array, marker: number, text: string) => {
  const body = Buffer.from(text, 'latin1')
  const head = Buffer.from([0xff, marker, 0, body.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

const pixelsOf = (bytes: Uint8Array) => sharp(bytes, { animated: true }).raw().toBuffer()

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s is stored without its place, as another program reads it, and with the same pixels',
  async (format) => {
    const plain = await photograph({ width: 160, height: 120, format: 'png' })
    const before = await talkative(sharp(plain).toFormat(format)).toBuffer()
    const was = ExifReader.load(before, { expanded: true })
    expect(was.gps?.Latitude).toBeCloseTo(52.5)
    expect(was.exif?.['LensModel']?.description).toBe('Lens of Ada')

    const after = await storedBytes(
      new File([new Uint8Array(before)], `a.${format}`, { type: `image/${format}` }),
    )
    const is = ExifReader.load(after.buffer, { expanded: true })
    expect(is).not.toHaveProperty('gps')
    expect(is).not.toHaveProperty('xmp')
    expect(Object.keys(is.exif ?? {})).toEqual(['Orientation'])
    expect(is.exif?.['Orientation']?.value).toBe(6)
    expect(is.icc).toEqual(was.icc)
    expect((await pixelsOf(after)).equals(await pixelsOf(before))).toBe(true)
  },
)

test('a JPEG is stored without IPTC, comments, a second EXIF and extended XMP', async () => {
  let before: Uint8Array = await photograph({ width: 160, height: 120 })
  before = withSegment(before, 0xfe, 'A comment of Ada')
  before = withSegment(before, 0xe1, 'http://ns.adobe.com/xmp/extension/\0GPSLatitude')
  before = withSegment(
    before,
    0xed,
    'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0d\x1c\x02\x5a\0\x06Berlin\0\0',
  )
  const second = await talkative(sharp(Buffer.from(before)).jpeg()).toBuffer()
  before = Buffer.concat([
    before.subarray(0, 2),
    second.subarray(second.indexOf(0xe1) - 1, second.indexOf(0xe1) + 1),
    second.subarray(
      second.indexOf(0xe1) + 1,
      second.indexOf(0xe1) + 1 + second.readUInt16BE(second.indexOf(0xe1) + 1),
    ),
    before.subarray(2),
  ])
  const was = ExifReader.load(Buffer.from(before), { expanded: true })
  expect(was.iptc?.['City']?.description).toBe('Berlin')
  expect(was.gps?.Latitude).toBeCloseTo(52.5)

  const after = await storedBytes(new File([new Uint8Array(before)], 'a.jpg'))
  const is = ExifReader.load(after.buffer, { expanded: true })
  for (const group of ['gps', 'xmp', 'iptc', 'Thumbnail']) {
    expect(is).not.toHaveProperty(group)
  }
  for (const word of ['Ada', 'Berlin', 'GPSLatitude']) {
    expect(Buffer.from(before).includes(word)).toBe(true)
    expect(Buffer.from(after).includes(word)).toBe(false)
  }
  expect((await pixelsOf(after)).equals(await pixelsOf(before))).toBe(true)
})

test('a GIF, which has no place to tell, is stored byte for byte', async () => {
  const before = await animation({ frames: 3 })
  const after = await storedBytes(new File([before], 'a.gif', { type: 'image/gif' }))
  expect(Buffer.from(after).equals(Buffer.from(before))).toBe(true)
})
