import { readOrientation } from '../api/readOrientation.ts'
import { exifOf } from './exifOf.ts'

/**
 * A JPEG without what its camera and programs wrote about it, pixel for pixel the same; undefined where there is
 * nothing to take away or the file is not built as it should be.
 *
 * Kept are the colour profile, what decoding needs, and how the camera was held. What follows the picture, such as a
 * second one or a film with a place of its own, goes too.
 */
export function stripJpeg(
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer>[] | undefined {
  const kept: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, 2)]
  let isChanged = false
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1]!
    // Decoders pass over what is no marker, and over FF before one.
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    const next = marker === 0xda ? endOfScan(bytes, end) : end
    if (isNeeded(marker, segment)) kept.push(bytes.subarray(at, next))
    else isChanged = true
    if (marker === 0xe1 && orientation === 1)
      orientation = readOrientation(segment.subarray(4))
    at = next
  }
  kept.push(bytes.subarray(at, at + 2))
  if (!isChanged && at + 2 >= bytes.length) return undefined
  if (orientation !== 1) kept.splice(1, 0, exifSegment(orientation))
  return kept
}

/** Everything but comments and the segments of applications; of those JFIF, the profile and Adobe's colours stay. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  if (marker === 0xe2)
    return String.fromCharCode(...segment.subarray(4, 15)) === 'ICC_PROFILE'
  return marker === 0xe0 || marker === 0xee
}

/** Where the next marker stands; within pixels FF is followed by 00 or by a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

function exifSegment(orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = exifOf(orientation)
  const head = [0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0]
  const segment = new Uint8Array(head.length + tiff.length)
  segment.set(head)
  segment.set(tiff, head.length)
  return segment
}
