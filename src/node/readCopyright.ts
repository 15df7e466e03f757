/**
 * Reads the copyright notice (tag 0x8298) from a block of EXIF, as sharp hands it over: `Exif\0\0` and then a TIFF.
 * Undefined where there is none, or where the block is damaged.
 */
export function readCopyright(exif: Uint8Array): string | undefined {
  const tiff = exif.subarray(startsWithExif(exif) ? 6 : 0)
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  try {
    const little = view.getUint16(0) === 0x4949
    const directory = view.getUint32(4, little)
    const entries = view.getUint16(directory, little)
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * 12
      if (view.getUint16(entry, little) !== 0x8298) continue
      const length = view.getUint32(entry + 4, little)
      const start = length > 4 ? view.getUint32(entry + 8, little) : entry + 8
      const text = new TextDecoder().decode(tiff.subarray(start, start + length))
      return text.split('\0')[0]?.trim() || undefined
    }
  } catch (error) {
    // A damaged block points outside of itself: there is no notice to keep.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

const startsWithExif = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x45 && bytes[1] === 0x78 && bytes[2] === 0x69 && bytes[3] === 0x66
