import { findExifTag } from './findExifTag.ts'

const copyright = 0x8298

/** Reads the copyright notice from a block of EXIF, where it has one. */
export function readCopyright(exif: Uint8Array): string | undefined {
  const entry = findExifTag(exif, copyright)
  if (!entry) return undefined
  const { view, at, count, little } = entry
  // Up to four bytes stand in place of an offset.
  const start = count > 4 ? view.getUint32(at, little) : at
  const length = Math.min(count, view.byteLength - start)
  if (length <= 0) return undefined
  const text = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + start, length),
  )
  return text.split('\0')[0]?.trim() || undefined
}
