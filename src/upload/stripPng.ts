import { readOrientation } from '../api/readOrientation.ts'
import { exifOf } from './exifOf.ts'

/**
 * A PNG without what cameras and programs wrote about it, pixel for pixel the same; undefined where there is nothing
 * to take away or the file is not built as it should be. How it is to be turned is kept.
 */
export function stripPng(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer>[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, 8)]
  let isChanged = false
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const orientation =
      name === 'eXIf' ? readOrientation(bytes.subarray(at + 8, end - 4)) : 1
    if (!talkative.has(name)) kept.push(bytes.subarray(at, end))
    else isChanged = true
    if (orientation !== 1) kept.push(exifChunk(orientation))
    at = end
    if (name === 'IEND') break
  }
  return isChanged || at < bytes.length ? kept : undefined
}

/** Chunks that hold words, times or EXIF. */
const talkative = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'])

function exifChunk(orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = exifOf(orientation)
  const chunk = new Uint8Array(tiff.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, tiff.length)
  chunk.set([0x65, 0x58, 0x49, 0x66], 4)
  chunk.set(tiff, 8)
  view.setUint32(8 + tiff.length, crc32(chunk.subarray(4, 8 + tiff.length)))
  return chunk
}

/** The checksum of PNG; only ever over a few bytes, so without a table. */
function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
