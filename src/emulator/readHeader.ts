import type { StoredFile } from './Store.ts'
import { sniffType } from './sniffType.ts'
import type { SniffedType } from './sniffType.ts'
import { svgSize } from './svgSize.ts'

type Header = Pick<StoredFile, 'width' | 'height' | 'frames'>

/**
 * What the header of a picture says, without decoding a pixel; undefined where it is no picture or its header is
 * damaged.
 */
export function readHeader(bytes: Uint8Array): StoredFile | undefined {
  const type = sniffType(bytes)
  if (type === undefined) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const header = readers[type](view)
    if (header === undefined || header.width < 1 || header.height < 1) return undefined
    return { type, size: bytes.length, ...header }
  } catch (error) {
    if (error instanceof RangeError) return undefined // the file ends within its header
    throw error
  }
}

const readers: Record<SniffedType, (view: DataView) => Header | undefined> = {
  'image/png': (view) => still(view.getUint32(16), view.getUint32(20)),
  'image/jpeg': (view) => jpeg(view),
  'image/gif': (view) => gif(view),
  'image/webp': (view) => webp(view),
  'image/heic': (view) => heif(view),
  'image/avif': (view) => heif(view),
  'image/svg+xml': (view) => {
    const text = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
    )
    const size = svgSize(text)
    return size && { ...size, frames: 1 }
  },
}

const still = (width: number, height: number): Header => ({ width, height, frames: 1 })

/** The first frame header; markers C4, C8 and CC in its range mean something else. */
const jpeg = (view: DataView): Header | undefined => {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // padding
      continue
    }
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return still(view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
}

/** Walks the blocks and counts image descriptors. */
const gif = (view: DataView): Header => {
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

const afterBlocks = (view: DataView, start: number) => {
  let at = start
  while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at)
  return at + 1
}

/** Three kinds of first chunk: lossy, lossless, and extended, which may hold frames. */
const webp = (view: DataView): Header | undefined => {
  switch (fourLetters(view, 12)) {
    case 'VP8 ':
      return still(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return still((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case 'VP8X':
      return {
        width: 1 + (view.getUint32(24, true) & 0xffffff),
        height: 1 + (view.getUint32(26, true) >>> 8),
        frames: Math.max(1, webpFrames(view)),
      }
    default:
      return undefined
  }
}

const webpFrames = (view: DataView) => {
  let frames = 0
  let at = 12
  while (at + 8 <= view.byteLength) {
    if (fourLetters(view, at) === 'ANMF') frames += 1
    const size = view.getUint32(at + 4, true)
    at += 8 + size + (size & 1)
  }
  return frames
}

/** The largest `ispe` property: thumbnails and tiles have smaller ones. */
const heif = (view: DataView): Header | undefined => {
  let largest: Header | undefined
  const end = Math.min(view.byteLength, 65_536) - 16
  for (let at = 4; at < end; at += 1) {
    if (view.getUint32(at) !== 0x69737065) continue // 'ispe'
    const found = still(view.getUint32(at + 8), view.getUint32(at + 12))
    if (!largest || found.width * found.height > largest.width * largest.height)
      largest = found
  }
  return largest
}

const fourLetters = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)))
