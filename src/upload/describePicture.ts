import { rgbaToThumbHash } from 'thumbhash'
import type { ImageFacts } from '../api/ImageFacts.ts'

/** A picture to be described. */
export interface DescribeWork {
  task: 'describe'
  file: Blob
  /** Width in pixels after EXIF rotation. */
  width: number
  /** Height in pixels after EXIF rotation. */
  height: number
}

/** What only a look at the pixels can tell. */
export type SeenFacts = Pick<ImageFacts, 'a' | 'c' | 't'>

/**
 * Decodes a picture once, no larger than a thumbnail, and tells its average colour, whether anything is transparent,
 * and what may stand in its place while it loads.
 */
export async function describePicture({
  file,
  width,
  height,
}: DescribeWork): Promise<SeenFacts> {
  const scale = Math.min(1, thumbnailSize / Math.max(width, height))
  const across = Math.max(1, Math.round(width * scale))
  const down = Math.max(1, Math.round(height * scale))
  const bitmap = await createImageBitmap(file, {
    resizeWidth: across,
    resizeHeight: down,
    resizeQuality: 'medium',
  })
  const context = new OffscreenCanvas(across, down).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  const { data } = context.getImageData(0, 0, across, down)
  const hash = rgbaToThumbHash(across, down, data)
  const facts: SeenFacts = {
    c: averageColour(data),
    t: btoa(String.fromCharCode(...hash)),
  }
  return isTransparent(data) ? { ...facts, a: 1 } : facts
}

/** Pixels of the longer side: the most that a thumbhash takes. */
const thumbnailSize = 100

function isTransparent(data: Uint8ClampedArray): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) return true
  return false
}

/** Transparent pixels count as much as they are seen. */
function averageColour(data: Uint8ClampedArray): string {
  const sums = [0, 0, 0]
  let weight = 0
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!
    weight += alpha
    for (let channel = 0; channel < 3; channel++)
      sums[channel]! += data[at + channel]! * alpha
  }
  const hex = (sum: number) =>
    Math.round(sum / (weight || 1))
      .toString(16)
      .padStart(2, '0')
  return `#${sums.map(hex).join('')}`
}
