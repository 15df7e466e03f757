import type { Sharp } from 'sharp'
import { drawPicture } from './drawPicture.ts'
import type { Drawing } from './drawPicture.ts'
import type { SharpModule } from './loadSharp.ts'
import { throughPixels } from './throughPixels.ts'

/** The largest radius that is blurred at full size. */
const largestBlur = 16

/**
 * Draws a picture. One with a strong blur is made small, blurred and enlarged again: nobody can tell, and it takes
 * milliseconds where a wide kernel takes minutes on a large picture.
 */
export async function drawSoftly(
  sharp: SharpModule,
  image: Sharp,
  drawing: Drawing,
): Promise<Sharp> {
  if (!isSoft(drawing)) return drawPicture(image, drawing)
  const { fitted, options } = drawing
  const { width, height } = fitted.canvas
  const ratio = largestBlur / (options.blur ?? 0)
  const small = { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) }
  const clear = { ...drawing, options: { ...options, blur: 0 } }
  const drawn = await throughPixels(sharp, drawPicture(image, clear))
  const soft = await throughPixels(
    sharp,
    drawn.resize({ ...small, fit: 'fill' }).blur(largestBlur / 2),
  )
  return soft.resize({ width, height, fit: 'fill', kernel: 'cubic' })
}

/** Whether the blur is so strong that the original's metadata gets lost on the way. */
export function isSoft({ options: { blur = 0 } }: Drawing): boolean {
  return blur > largestBlur
}
