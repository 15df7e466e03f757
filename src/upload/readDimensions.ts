import { readPicture } from '../api/readPicture.ts'
import type { SniffedType } from '../api/sniffType.ts'

/** Size of a picture as it is shown: after EXIF rotation. */
export interface Dimensions {
  /** Width in pixels. */
  width: number
  /** Height in pixels. */
  height: number
  /** Frames of an animation; 1 otherwise. */
  frames: number
}

/**
 * The size of a picture by its header, in about a millisecond and without decoding it; undefined where the header
 * does not say, as in an SVG without a size.
 *
 * @param head the file's first bytes; all of them are read only where these are not enough
 */
export async function readDimensions(
  file: Blob,
  head: Uint8Array,
  type: SniffedType,
): Promise<Dimensions | undefined> {
  if (type === 'image/svg+xml') return readDrawing(new TextDecoder().decode(head))
  const isPart = head.length < file.size
  const found = isPart && maybeMoving.has(type) ? undefined : readPicture(head, type)
  const header =
    found ??
    (isPart ? readPicture(new Uint8Array(await file.arrayBuffer()), type) : undefined)
  if (!header) return undefined
  const { width, height, frames, orientation } = header
  return orientation < 5
    ? { width, height, frames }
    : { width: height, height: width, frames }
}

/** Their frames, and how a WebP is to be turned, are told all over the file. */
const maybeMoving = new Set<SniffedType>(['image/gif', 'image/webp'])

/** By its `width` and `height`, else by its `viewBox`. */
function readDrawing(text: string): Dimensions | undefined {
  const tag = /<(?:\w+:)?svg\b[^>]*>/.exec(text)?.[0] ?? ''
  const side = (name: string) => {
    const [, value] =
      new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag) ?? []
    return Math.round(Number(value ?? 0))
  }
  const box =
    /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag)
  const [across, down] = [Number(box?.[1] ?? 0), Number(box?.[2] ?? 0)]
  const ratio = across && down ? across / down : 0
  const width = side('width') || Math.round(side('height') * ratio || across)
  const height = side('height') || Math.round(ratio ? width / ratio : 0)
  return width && height ? { width, height, frames: 1 } : undefined
}
