import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { readHeader } from '../../src/emulator/readHeader.ts'
import { sniffType } from '../../src/api/sniffType.ts'
import { animation, drawing, photograph, plain } from '../support/pictures.ts'

const pictures = {
  'a JPEG': () => photograph({ width: 301, height: 203 }),
  'a turned JPEG': () => photograph({ width: 301, height: 203, orientation: 6 }),
  'a progressive JPEG': async () =>
    reencoded((image) => image.jpeg({ progressive: true })),
  'a grey JPEG': async () => reencoded((image) => image.grayscale().jpeg()),
  'a PNG': () => plain([1, 2, 3], { width: 301, height: 203 }),
  'a palette PNG': async () => reencoded((image) => image.png({ palette: true })),
  'a lossy WebP': () => photograph({ width: 301, height: 203, format: 'webp' }),
  'a lossless WebP': async () => reencoded((image) => image.webp({ lossless: true })),
  'a WebP with alpha': () =>
    photograph({ width: 301, height: 203, format: 'webp', alpha: true }),
  'a moving WebP': () => animation({ width: 31, height: 23, frames: 3, format: 'webp' }),
  'a GIF': async () => reencoded((image) => image.gif()),
  'a moving GIF': () => animation({ width: 31, height: 23, frames: 4 }),
  'an AVIF': () => photograph({ width: 301, height: 203, format: 'avif' }),
} as const

const reencoded = async (encode: (image: Sharp) => Sharp) =>
  new Uint8Array(
    await encode(sharp(await photograph({ width: 301, height: 203 }))).toBuffer(),
  )

test.each(Object.entries(pictures))('reads %s as sharp does', async (_, make) => {
  const bytes = await make()
  const { width, height, pages = 1 } = await sharp(bytes).metadata()
  expect(readHeader(bytes)).toMatchObject({
    width,
    height,
    frames: pages,
    size: bytes.length,
  })
})

test.each(Object.entries(pictures))(
  'says of %s cut anywhere in its head nothing, or the same',
  async (_, make) => {
    const bytes = await make()
    const whole = readHeader(bytes)
    const wrong: number[] = []
    for (let length = 0; length < Math.min(bytes.length, 1_000); length += 1) {
      const cut = readHeader(bytes.slice(0, length))
      if (cut && (cut.width !== whole?.width || cut.height !== whole.height))
        wrong.push(length)
    }
    expect(wrong).toEqual([])
  },
)

test.each([
  ['width="320" height="200"', 320, 200],
  ["width='32.4px' height='20.6px'", 32, 21],
  ['viewBox="0 0 64 48"', 64, 48],
  ['width="100%" height="100%" viewBox="0,0,64,48"', 64, 48],
  ['width="10em" viewBox="0 0 64 48"', 64, 48],
  ['width="10" viewBox="0 0 64 48"', 10, 48],
  ['', 300, 150],
  ['data-width="5"', 300, 150],
])('reads the size of <svg %s>', (attributes, width, height) => {
  const bytes = new TextEncoder().encode(
    `<svg ${attributes} xmlns="http://www.w3.org/2000/svg"/>`,
  )
  expect(readHeader(bytes)).toEqual({
    type: 'image/svg+xml',
    size: bytes.length,
    width,
    height,
    frames: 1,
  })
})

test.each([
  [
    'an SVG after a declaration, comments and a doctype',
    '<?xml version="1.0"?>\n<!-- a --> <!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY x "y">]>\n<svg/>',
    'image/svg+xml',
  ],
  ['an SVG after a byte order mark', '\uFEFF<svg/>', 'image/svg+xml'],
  ['an SVG with a prefix', '<svg:svg/>', 'image/svg+xml'],
  ['a page', '<!DOCTYPE html><svg/>', undefined],
  ['a page without a doctype', '<html><svg/></html>', undefined],
  ['a text that mentions one', 'see <svg/>', undefined],
  ['an element whose name begins so', '<svgs/>', undefined],
  ['nothing', '', undefined],
  ['a PDF', '%PDF-1.7', undefined],
])('knows %s', (_, text, type) => {
  expect(sniffType(new TextEncoder().encode(text))).toBe(type)
})

test('reads HEIC by its brands and its largest picture', () => {
  const box = (type: string, ...parts: Uint8Array[]) => {
    const body = parts.flatMap((part) => [...part])
    const head = new Uint8Array(8)
    new DataView(head.buffer).setUint32(0, body.length + 8)
    head.set(new TextEncoder().encode(type), 4)
    return Uint8Array.from([...head, ...body])
  }
  const text = (value: string) => new TextEncoder().encode(value)
  const size = (width: number, height: number) => {
    const body = new Uint8Array(12)
    new DataView(body.buffer).setUint32(4, width)
    new DataView(body.buffer).setUint32(8, height)
    return box('ispe', body)
  }
  const file = (brand: string) =>
    Uint8Array.from([
      ...box('ftyp', text(brand), new Uint8Array(4), text('mif1')),
      ...box(
        'meta',
        new Uint8Array(4),
        box('iprp', box('ipco', size(512, 512), size(4032, 3024), size(320, 240))),
      ),
    ])
  expect(readHeader(file('heic'))).toMatchObject({
    type: 'image/heic',
    width: 4032,
    height: 3024,
    frames: 1,
  })
  expect(sniffType(file('avif'))).toBe('image/avif')
})

test('tells the pictures apart that tests draw', async () => {
  expect(sniffType(await photograph())).toBe('image/jpeg')
  expect(sniffType(drawing())).toBe('image/svg+xml')
})
