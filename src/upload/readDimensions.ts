import { readOrientation } from './readOrientation.ts'

/** Width and height in pixels, as the picture is shown: after EXIF rotation. */
export interface Dimensions {
  width: number
  height: number
}

/**
 * The size of a picture by its header, in about a millisecond and without decoding it; undefined where the header
 * does not say, as in an SVG without a size.
 *
 * @param head the file's first bytes; more of the file is read only where they are not enough
 */
export async function readDimensions(
  file: Blob,
  head: Uint8Array,
  type: string,
): Promise<Dimensions | undefined> {
  const found = await rawDimensions(file, head, type)
  return found && found.width > 0 && found.height > 0 ? found : undefined
}

async function rawDimensions(
  file: Blob,
  head: Uint8Array,
  type: string,
): Promise<Dimensions | undefined> {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    switch (type) {
      case 'image/jpeg':
        return await ofJpeg(file, head)
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      case 'image/webp':
        return ofWebp(view)
      case 'image/svg+xml':
        return ofSvg(new TextDecoder().decode(head))
      case 'image/heic':
      case 'image/heif':
      case 'image/avif':
        return ofHeif(view)
    }
  } catch (error) {
    // A header that ends too early says nothing; a file that cannot be read is another matter.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** Walks the segments up to the frame header, which may lie behind a large profile or thumbnail. */
async function ofJpeg(file: Blob, head: Uint8Array): Promise<Dimensions | undefined> {
  let orientation = 1
  let at = 2
  for (;;) {
    const segment =
      at + 20 <= head.length ? head.subarray(at) : await bytesOf(file, at, 20)
    const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
    const marker = view.getUint8(1)
    if (view.getUint8(0) !== 0xff || marker === 0xda || marker === 0xd9) return undefined
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(2)
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(5), view.getUint16(7)]
      return orientation >= 5 ? { width: height, height: width } : { width, height }
    }
    if (marker === 0xe1 && orientation === 1) {
      const whole =
        length + 2 <= segment.length ? segment : await bytesOf(file, at, length + 2)
      orientation = readOrientation(whole.subarray(4, length + 2))
    }
    at += length + 2
  }
}

/** Start of frame, of every kind of JPEG; between them lie markers for tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 &&
  marker <= 0xcf &&
  marker !== 0xc4 &&
  marker !== 0xc8 &&
  marker !== 0xcc

function ofWebp(view: DataView): Dimensions | undefined {
  const chunk = view.getUint32(12)
  if (chunk === 0x56503858) {
    // VP8X: 24 bits each, less one
    const size = (at: number) => (view.getUint32(at, true) & 0xff_ff_ff) + 1
    return { width: size(24), height: size(27) }
  }
  if (chunk === 0x5650384c) {
    // VP8L: 14 bits each, less one
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (chunk !== 0x56503820) return undefined
  const size = (at: number) => view.getUint16(at, true) & 0x3fff
  return { width: size(26), height: size(28) }
}

/** By its `width` and `height`, else by its `viewBox`. */
function ofSvg(text: string): Dimensions | undefined {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0] ?? ''
  const side = (name: string) => {
    const [, value] =
      new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag) ?? []
    return Math.round(Number(value ?? 0))
  }
  const box =
    /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag)
  const width = side('width')
  const height = side('height')
  if (width && height) return { width, height }
  const [across, down] = [Number(box?.[1] ?? 0), Number(box?.[2] ?? 0)]
  if (!across || !down) return undefined
  if (width) return { width, height: Math.round((width * down) / across) }
  if (height) return { width: Math.round((height * across) / down), height }
  return { width: Math.round(across), height: Math.round(down) }
}

/** The largest of the sizes in the header (a grid also names its tiles), turned where a rotation box says so. */
function ofHeif(view: DataView): Dimensions | undefined {
  let best: Dimensions | undefined
  let turned = false
  for (let at = 0; at + 16 <= view.byteLength; at++) {
    const name = view.getUint32(at)
    if (name === 0x69737065) {
      // ispe: version and flags, width, height
      const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
      if (!best || found.width * found.height > best.width * best.height) best = found
    }
    // irot: quarter turns
    if (name === 0x69726f74 && view.getUint8(at + 4) % 2 === 1) turned = true
  }
  return best && turned ? { width: best.height, height: best.width } : best
}

async function bytesOf(file: Blob, from: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, from + length).arrayBuffer())
}
