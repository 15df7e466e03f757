import type { Metadata } from 'sharp'
import { limits } from '../api/limits.ts'
import type {
  OutputFormat,
  TransformPlan,
  TransformRequest,
} from '../emulator/Transformer.ts'
import type { Drawing, Strategy } from './drawPicture.ts'
import { findBorder } from './findBorder.ts'
import { findPoint } from './findPoint.ts'
import { fitBox } from '../emulator/fitBox.ts'
import type { Region, Size } from '../emulator/fitBox.ts'
import { gravityPoint } from '../emulator/gravityPoint.ts'
import { refuseHugeResult } from '../emulator/refuseHugeResult.ts'
import type { SharpModule } from './loadSharp.ts'
import { trimRegion } from '../emulator/trimRegion.ts'
import { isLying, turnOf } from './turnOf.ts'

/**
 * Decides everything about a picture before a pixel of it moves: what is trimmed, how it turns, how it fills its box
 * and where it is cropped. EXIF orientation comes first, as at Cloudflare.
 *
 * @throws `invalid-options` where nothing would be left, or too much would be made.
 */
export async function planDrawing(
  sharp: SharpModule,
  { bytes, file, options, format: wanted, fallback = 'webp' }: TransformRequest,
  header: Metadata,
): Promise<Drawing> {
  const animated =
    file.frames > 1 && options.anim !== false && (wanted === 'webp' || wanted === 'gif')
  const trim = await findTrim(sharp, bytes, { options, whole: header.autoOrient })
  const turn = turnOf({ ...options, orientation: trim ? 1 : header.orientation })
  const { width, height } = trim ?? header
  const source = isLying(turn) ? { width: height, height: width } : { width, height }
  const fitted = fitBox(source, { ...options, point: gravityPoint(options.gravity) })
  refuseHugeResult(fitted.canvas, animated ? file.frames : 1)
  const format = isCostly(wanted, fitted.canvas) ? fallback : wanted
  const opaque = format === 'jpeg' || format === 'baseline-jpeg'
  const drawing = { trim, turn, fitted, format, opaque, animated, options }
  const strategy = strategyOf(options.gravity)
  const uncropped =
    fitted.crop.width === fitted.scaled.width &&
    fitted.crop.height === fitted.scaled.height
  if (strategy === undefined || uncropped) return drawing
  // sharp scales all of the picture before it looks for the crop: a narrow one would become huge.
  const isScalable = fitted.scaled.width * fitted.scaled.height <= limits.pixels
  const isPlain = isScalable && !trim && !animated && !options.flip && !options.rotate
  if (isPlain) return { ...drawing, strategy }
  const point = await findPoint(sharp, bytes, { drawing, strategy })
  return { ...drawing, fitted: fitBox(source, { ...options, point }) }
}

/** Cloudflare makes no large AVIF, because somebody waits for it. [doc limits] */
const isCostly = (format: OutputFormat, { width, height }: Size) =>
  format === 'avif' && Math.max(width, height) > limits.avifDimension

const findTrim = async (
  sharp: SharpModule,
  bytes: Uint8Array,
  { options: { trim, dpr }, whole }: { options: TransformPlan; whole: Size },
): Promise<Region | undefined> => {
  if (trim === undefined) return undefined
  if (trim === 'border') return findBorder(sharp, bytes, {})
  if (trim.border) return findBorder(sharp, bytes, trim.border)
  return trimRegion(trim, whole, dpr)
}

/** Faces are looked for by the colour of skin, which `attention` weighs. */
const strategyOf = (gravity: TransformPlan['gravity']): Strategy | undefined => {
  if (gravity === 'entropy') return 'entropy'
  return gravity === 'auto' || gravity === 'face' ? 'attention' : undefined
}
