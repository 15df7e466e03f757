import { readOrientation } from '../api/readOrientation.ts'
import { exifOf } from './exifOf.ts'

/**
 * A WebP, still or moving, without what cameras and programs wrote about it, pixel for pixel the same; undefined where
 * there is nothing to take away or the file is not built as it should be. How it is to be turned is kept.
 */
export function stripWebp(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer>[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = bytes.slice(0, 12)
  const kept: Uint8Array<ArrayBuffer>[] = [head]
  let flags: Uint8Array<ArrayBuffer> | undefined
  let isChanged = false
  let orientation = 1
  let at = 12
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > bytes.length) return undefined
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const chunk = bytes.slice(at, end)
    if (name === 'VP8X') flags = chunk
    if (name === 'EXIF') orientation = readOrientation(chunk.subarray(8, 8 + size))
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    else isChanged = true
    at = end
  }
  if (!isChanged) return undefined
  if (orientation !== 1) kept.push(exifChunk(orientation))
  // The header says what is in the file: EXIF by 8, XMP by 4.
  if (flags) flags[8] = (flags[8]! & ~0x0c) | (orientation === 1 ? 0 : 0x08)
  const total = kept.reduce((sum, { length }) => sum + length, 0)
  new DataView(head.buffer).setUint32(4, total - 8, true)
  return kept
}

function exifChunk(orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = exifOf(orientation)
  const chunk = new Uint8Array(8 + tiff.length)
  chunk.set([0x45, 0x58, 0x49, 0x46, tiff.length])
  chunk.set(tiff, 8)
  return chunk
}
