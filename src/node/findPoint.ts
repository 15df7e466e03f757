import type { SharpModule } from './loadSharp.ts'
import { drawPicture } from './drawPicture.ts'
import type { Drawing, Strategy } from './drawPicture.ts'
import type { Point } from '../url/TransformOptions.ts'

/** Pixels of the longer side of the preview that is searched; finer detail does not change the answer. */
const previewSide = 256

/**
 * Finds where a crop shows the most: by what draws attention (luminance, saturation, skin), or by entropy.
 *
 * @returns The point for `fitBox`.
 */
export async function findPoint(
  sharp: SharpModule,
  bytes: Uint8Array,
  { drawing, strategy }: { drawing: Drawing; strategy: Strategy },
): Promise<Point> {
  const { scaled, crop } = drawing.fitted
  const ratio = Math.min(1, previewSide / Math.max(scaled.width, scaled.height))
  const shrink = (side: number) => Math.max(1, Math.round(side * ratio))
  const small = { width: shrink(scaled.width), height: shrink(scaled.height) }
  const whole = { left: 0, top: 0, ...small }
  const preview = await drawPicture(
    sharp(bytes, { autoOrient: drawing.trim !== undefined }),
    {
      ...drawing,
      fitted: { scaled: small, crop: whole, canvas: whole },
      options: {},
    },
  )
    .png({ compressionLevel: 0 })
    .toBuffer()
  const width = Math.min(small.width, shrink(crop.width))
  const height = Math.min(small.height, shrink(crop.height))
  const { info } = await sharp(preview)
    .resize({ width, height, fit: 'cover', position: strategy })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    x: part(info.cropOffsetLeft, small.width - width),
    y: part(info.cropOffsetTop, small.height - height),
  }
}

/** sharp counts offsets below zero. */
const part = (offset = 0, room: number): number =>
  room > 0 ? Math.min(1, Math.abs(offset) / room) : 0.5
