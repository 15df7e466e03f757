import { fitBox } from './fitBox.ts'
import type { Region, Size } from './fitBox.ts'
import { gravityPoint } from './gravityPoint.ts'
import { refuseHugeResult } from './refuseHugeResult.ts'
import type { TransformPlan } from './Transformer.ts'
import { trimRegion } from './trimRegion.ts'

/** What is drawn. */
export interface DrawOptions {
  options: TransformPlan
  /** Whether the format has no transparency. */
  isOpaque: boolean
}

/** A drawn picture, and the options that were left out of it or only approximated. */
export interface DrawnCanvas {
  canvas: OffscreenCanvas
  approximate: string[]
}

/**
 * Draws a picture that stands upright: trim, flip, rotate, fit and crop, effects, background.
 *
 * @throws `invalid-options` where nothing would be left, or too much would be made.
 */
export function drawOnCanvas(
  bitmap: ImageBitmap,
  { options, isOpaque }: DrawOptions,
): DrawnCanvas {
  const trim = trimOf(options, bitmap)
  const isLying = options.rotate === 90 || options.rotate === 270
  const box = { ...options, point: gravityPoint(options.gravity) }
  const { scaled, crop, canvas: size } = fitBox(isLying ? lay(trim) : trim, box)
  refuseHugeResult(size)
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas to draw on.')
  const isPadded = size.width > crop.width || size.height > crop.height
  const filling = options.background ?? (isOpaque || isPadded ? 'white' : undefined)
  if (filling !== undefined) {
    context.fillStyle = filling
    context.fillRect(0, 0, size.width, size.height)
  }
  context.imageSmoothingQuality = 'high'
  context.filter = filterOf(options)
  context.beginPath()
  context.rect(size.left, size.top, crop.width, crop.height)
  context.clip()
  context.translate(
    size.left - crop.left + scaled.width / 2,
    size.top - crop.top + scaled.height / 2,
  )
  context.rotate(((options.rotate ?? 0) * Math.PI) / 180)
  context.scale(
    options.flip?.includes('h') ? -1 : 1,
    options.flip?.includes('v') ? -1 : 1,
  )
  const { width, height } = isLying ? lay(scaled) : scaled
  context.drawImage(
    bitmap,
    trim.left,
    trim.top,
    trim.width,
    trim.height,
    -width / 2,
    -height / 2,
    width,
    height,
  )
  return { canvas, approximate: approximations(options) }
}

const lay = ({ width, height }: Size): Size => ({ width: height, height: width })

const trimOf = ({ trim, dpr }: TransformPlan, { width, height }: Size): Region =>
  trim === undefined || trim === 'border' || trim.border
    ? { left: 0, top: 0, width, height }
    : trimRegion(trim, { width, height }, dpr)

const filterOf = ({
  blur = 0,
  brightness = 1,
  contrast = 1,
  saturation = 1,
}: TransformPlan) => {
  const filters = [
    ...(brightness === 1 ? [] : [`brightness(${brightness})`]),
    ...(contrast === 1 ? [] : [`contrast(${contrast})`]),
    ...(saturation === 1 ? [] : [`saturate(${saturation})`]),
    ...(blur === 0 ? [] : [`blur(${blur / 2}px)`]),
  ]
  return filters.join(' ') || 'none'
}

/** What a canvas has no means for. */
const approximations = (options: TransformPlan): string[] => {
  const { gravity, gamma = 1, trim, metadata } = options
  return [
    ...(gravity === 'auto' || gravity === 'face' || gravity === 'entropy'
      ? ['gravity']
      : []),
    ...(gamma === 1 || gamma === 0 ? [] : ['gamma']),
    ...(options.sharpen ? ['sharpen'] : []),
    ...(options.segment ? ['segment'] : []),
    ...(options.upscale === 'generate' ? ['upscale'] : []),
    ...(trim === 'border' || (trim && trim.border) ? ['trim'] : []),
    ...(metadata === 'keep' ? ['metadata'] : []),
  ]
}
