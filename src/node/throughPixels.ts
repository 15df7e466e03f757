import type { Sharp } from 'sharp'
import type { SharpModule } from './loadSharp.ts'

/** Changes raw pixels in place. */
export type EditPixels = (pixels: Uint8Array, channels: number) => void

/**
 * Draws a picture, and goes on from its pixels alone: what sharp remembers of the original, such as its orientation, is
 * gone. Frames stay frames.
 */
export async function throughPixels(
  sharp: SharpModule,
  image: Sharp,
  edit?: EditPixels,
): Promise<Sharp> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels, pageHeight } = info
  edit?.(data, channels)
  const pages = pageHeight === undefined ? {} : { pageHeight }
  return sharp(data, { raw: { width, height, channels, ...pages } })
}
