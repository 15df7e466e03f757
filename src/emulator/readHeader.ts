import { readPicture } from '../api/readPicture.ts'
import { sniffType } from '../api/sniffType.ts'
import type { StoredFile } from './Store.ts'
import { svgSize } from './svgSize.ts'

/**
 * What the header of a picture says, without decoding a pixel; undefined where it is no picture or its header is
 * damaged.
 */
export function readHeader(bytes: Uint8Array): StoredFile | undefined {
  const type = sniffType(bytes)
  if (type === undefined) return undefined
  const size = bytes.length
  if (type === 'image/svg+xml') {
    const drawing = svgSize(new TextDecoder().decode(bytes))
    return drawing && { type, size, ...drawing, frames: 1 }
  }
  const picture = readPicture(bytes, type)
  if (!picture) return undefined
  const { width, height, frames } = picture
  return { type, size, width, height, frames }
}
