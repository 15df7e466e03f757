/** One entry of a block of EXIF. */
export interface ExifEntry {
  /** The TIFF within the block; offsets in it count from its start. */
  view: DataView
  /** Where the entry's value, or the offset of its value, stands. */
  at: number
  /** How many values there are: of a text, its bytes. */
  count: number
  /** Whether the low byte comes first. */
  little: boolean
}

/**
 * Finds an entry of the first directory in a block of EXIF (`Exif\0\0` and then a TIFF). Undefined where there is
 * none, or where the block is damaged.
 *
 * @see https://exiftool.org/TagNames/EXIF.html
 */
export function findExifTag(exif: Uint8Array, tag: number): ExifEntry | undefined {
  const view = new DataView(
    exif.buffer,
    exif.byteOffset + 6,
    Math.max(0, exif.byteLength - 6),
  )
  try {
    const little = view.getUint16(0) === 0x4949
    const directory = view.getUint32(4, little)
    const entries = view.getUint16(directory, little)
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * 12
      if (view.getUint16(entry, little) !== tag) continue
      return { view, at: entry + 8, count: view.getUint32(entry + 4, little), little }
    }
  } catch (error) {
    // A damaged block points outside of itself.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}
