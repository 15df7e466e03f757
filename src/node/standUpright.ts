import { findExifTag } from './findExifTag.ts'

const orientation = 0x0112
const start = 'Exif\0\0'

/**
 * Says in the EXIF of a JPEG that its pixels stand upright, in place. sharp keeps the orientation of what it turned by
 * hand, and a browser would turn it again.
 */
export function standUpright(jpeg: Buffer): void {
  // Metadata comes first, in segments of at most 64 KB.
  const at = jpeg.subarray(0, 2 ** 17).indexOf(start, 0, 'latin1')
  const entry = at < 0 ? undefined : findExifTag(jpeg.subarray(at), orientation)
  entry?.view.setUint16(entry.at, 1, entry.little)
}
