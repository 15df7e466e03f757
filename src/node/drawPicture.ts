import type { OverlayOptions, Sharp } from 'sharp'
import type { OutputFormat, TransformPlan } from '../emulator/Transformer.ts'
import type { FittedBox, Region, Size } from '../emulator/fitBox.ts'
import { isLying } from './turnOf.ts'
import type { Turn } from './turnOf.ts'

/** By what a crop is chosen: luminance, saturation and colours of skin, or entropy. */
export type Strategy = 'attention' | 'entropy'

/** Everything that is decided about a picture before a pixel moves. */
export interface Drawing {
  /** What stays before anything else. */
  trim?: Region | undefined
  turn: Turn
  fitted: FittedBox
  /** What is written in the end. */
  format: OutputFormat
  /** Whether that has no transparency. */
  opaque: boolean
  /** Whether every frame is drawn. */
  animated: boolean
  /** How sharp itself finds what to crop to, upright: in one pass, where nothing comes between. */
  strategy?: Strategy | undefined
  options: TransformPlan
}

/**
 * Tells sharp what to draw. Its pipeline always runs trim, resize, turn, crop, pad and effects in this order, which
 * is Cloudflare's order once the size is given in the axes before the turn.
 */
export function drawPicture(image: Sharp, drawing: Drawing): Sharp {
  const { fitted, opaque, options } = drawing
  const { crop, canvas } = fitted
  const { background, blur = 0, sharpen = 0, segment } = options
  const filling = background ?? (opaque ? 'white' : undefined)
  cropPicture(image, drawing)
  if (canvas.width > crop.width || canvas.height > crop.height) {
    image.extend({ ...bordersOf(canvas, crop), background: background ?? 'white' })
  }
  if (blur > 0) image.blur(Math.max(0.3, blur / 2))
  if (sharpen > 0) image.sharpen({ sigma: Math.max(0.01, sharpen) })
  if (segment) image.composite(cutOut(canvas, filling))
  else if (filling !== undefined) image.flatten({ background: filling })
  return image
}

const cropPicture = (image: Sharp, { trim, turn, fitted, strategy }: Drawing): void => {
  const { scaled, crop } = fitted
  if (strategy) {
    const { width, height } = crop
    image.resize({ width, height, fit: 'cover', position: strategy })
    return
  }
  if (trim) image.extract(trim)
  image.resize({ ...(isLying(turn) ? lay(scaled) : scaled), fit: 'fill' })
  if (turn.mirror) image.flop()
  if (turn.degrees !== 0) image.rotate(turn.degrees)
  if (crop.width < scaled.width || crop.height < scaled.height) image.extract(crop)
}

const lay = ({ width, height }: Size): Size => ({ width: height, height: width })

const bordersOf = (canvas: Region, crop: Size) => ({
  left: canvas.left,
  top: canvas.top,
  right: canvas.width - crop.width - canvas.left,
  bottom: canvas.height - crop.height - canvas.top,
})

/** Stands in for the foreground, which no arithmetic finds: an ellipse that touches the sides. */
const cutOut = (
  { width, height }: Size,
  filling: string | undefined,
): OverlayOptions[] => {
  const ellipse = `<svg width="${width}" height="${height}"><ellipse cx="50%" cy="50%" rx="50%" ry="50%"/></svg>`
  const mask: OverlayOptions = { input: Buffer.from(ellipse), blend: 'dest-in' }
  if (filling === undefined) return [mask]
  const colour = { width: 1, height: 1, channels: 4, background: filling } as const
  return [mask, { input: { create: colour }, tile: true, blend: 'dest-over' }]
}
