import { readOrientation } from './readOrientation.ts'
import type { SniffedType } from './sniffType.ts'

/** What the header of a picture made of pixels says. */
export interface PictureHeader {
  /** Width in pixels as they are stored, before rotation. */
  width: number
  /** Height in pixels as they are stored, before rotation. */
  height: number
  /** Frames of an animation, 1 otherwise; those that the bytes hold, where they break off. */
  frames: number
  /** How the picture is to be turned, 1 to 8 as EXIF counts: from 5 on, width and height change places. */
  orientation: number
}

/**
 * What the header of a picture says, without decoding a pixel; undefined where it is damaged or not wholly there, and
 * for an SVG, which has no pixels.
 */
export function readPicture(
  bytes: Uint8Array,
  type: SniffedType,
): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const header = readers[type]?.(view)
    if (!header?.width || !header.height) return undefined
    return { frames: 1, orientation: 1, ...header }
  } catch (error) {
    if (error instanceof RangeError) return undefined // the bytes end within the header
    throw error
  }
}

/** What one format says; most are still and upright. */
type Header = Pick<PictureHeader, 'width' | 'height'> & Partial<PictureHeader>

const readers: Partial<Record<SniffedType, (view: DataView) => Header | undefined>> = {
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
  'image/heic': readHeif,
  'image/heif': readHeif,
  'image/avif': readHeif,
}

/** Up to the first frame header, which may lie behind a large profile; markers C4, C8 and CC in its range mean something else. */
function readJpeg(view: DataView): Header | undefined {
  let orientation = 1
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // padding
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        orientation,
      }
    }
    const next = at + 2 + view.getUint16(at + 2)
    if (marker === 0xe1 && orientation === 1) orientation = turnIn(view, at + 4, next)
    at = next
  }
}

/** Walks the blocks and counts image descriptors. */
function readGif(view: DataView): Header {
  const width = view.getUint16(6, true)
  const height = view.getUint16(8, true)
  let at = 13 + colourTable(view.getUint8(10))
  let frames = 0
  while (at < view.byteLength) {
    const block = view.getUint8(at)
    if (block === 0x2c) {
      frames += 1
      at = afterBlocks(view, at + 11 + colourTable(view.getUint8(at + 9)))
    } else if (block === 0x21) {
      at = afterBlocks(view, at + 2)
    } else break
  }
  return { width, height, frames: Math.max(frames, 1) }
}

const colourTable = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function afterBlocks(view: DataView, start: number): number {
  let at = start
  while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
  return at + 1
}

/** Three kinds of first chunk: lossy, lossless, and extended, which may hold frames. */
function readWebp(view: DataView): Header | undefined {
  switch (fourLetters(view, 12)) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return {
        width: 1 + (view.getUint32(24, true) & 0xffffff),
        height: 1 + (view.getUint32(26, true) >>> 8),
        ...readWebpChunks(view),
      }
    default:
      return undefined
  }
}

function readWebpChunks(view: DataView): Partial<PictureHeader> {
  let frames = 0
  let orientation = 1
  let at = 12
  while (at + 8 <= view.byteLength) {
    const name = fourLetters(view, at)
    const size = view.getUint32(at + 4, true)
    if (name === 'ANMF') frames += 1
    if (name === 'EXIF') orientation = turnIn(view, at + 8, at + 8 + size)
    at += 8 + size + (size & 1)
  }
  return { frames: Math.max(1, frames), orientation }
}

/** The largest `ispe` property, since thumbnails and tiles have smaller ones; turned where a rotation box says so. */
function readHeif(view: DataView): Header | undefined {
  let largest: Header | undefined
  let orientation = 1
  const end = Math.min(view.byteLength, 65_536) - 16
  for (let at = 4; at < end; at += 1) {
    const name = view.getUint32(at)
    if (name === 0x69726f74) orientation = turns[view.getUint8(at + 4) & 3] ?? 1 // 'irot'
    if (name !== 0x69737065) continue // 'ispe'
    const found = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (!largest || found.width * found.height > largest.width * largest.height)
      largest = found
  }
  return largest && { ...largest, orientation }
}

/** Quarter turns against the clock, as EXIF counts them. */
const turns = [1, 8, 3, 6]

const turnIn = (view: DataView, from: number, to: number) =>
  readOrientation(new Uint8Array(view.buffer, view.byteOffset).subarray(from, to))

const fourLetters = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))
