import type { Point, TransformOptions } from '../url/TransformOptions.ts'

/** Width and height in pixels. */
export interface Size {
  width: number
  height: number
}

/** A rectangle in pixels, from the top left corner. */
export interface Region extends Size {
  left: number
  top: number
}

/** The box that a picture is fitted into. */
export interface Box {
  /** Pixels before `dpr`. */
  width?: number | undefined
  /** Pixels before `dpr`. */
  height?: number | undefined
  /** @default 'scale-down' */
  fit?: TransformOptions['fit']
  /** Multiplies width and height, at most 2. @default 1 */
  dpr?: number | undefined
  /** Where the crop lies: the point of the result that falls on the same point of the source. @default the centre */
  point?: Point | undefined
}

/** What becomes of a picture in a box. */
export interface FittedBox {
  /** The whole picture after scaling. */
  scaled: Size
  /** The part of the scaled picture that stays. */
  crop: Region
  /** Where that part lies on the result, and how large the result is. */
  canvas: Region
}

/**
 * Works out how a picture fills a box, by arithmetic alone.
 *
 * Modes that need both sides (`cover`, `pad`, `squeeze`, `crop`, `aspect-crop`) keep the ratio where one is missing, as
 * Cloudflare does with a warning.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#fit
 */
export function fitBox(
  source: Size,
  { fit = 'scale-down', dpr = 1, ...box }: Box,
): FittedBox {
  const ratio = Math.min(dpr, 2)
  const width = box.width && pixels(box.width * ratio)
  const height = box.height && pixels(box.height * ratio)
  if (!width && !height) return whole(source)
  if (!width || !height) {
    const scale = width ? width / source.width : (height ?? 0) / source.height
    return whole(scaleBy(source, limited(scale, fit)))
  }
  const inside = Math.min(width / source.width, height / source.height)
  const outside = Math.max(width / source.width, height / source.height)
  const { point = centre } = box
  switch (fit) {
    case 'scale-down':
    case 'scale-up':
    case 'contain':
      return whole(scaleBy(source, limited(inside, fit)))
    case 'squeeze':
      return whole({ width, height })
    case 'cover':
      return cropped(scaleBy(source, outside), { width, height }, point)
    case 'crop':
      return cropped(scaleBy(source, Math.min(1, outside)), { width, height }, point)
    case 'aspect-crop': {
      const scaled = scaleBy(source, Math.min(1, outside))
      return cropped(
        scaled,
        scaleBy({ width, height }, containScale({ width, height }, scaled)),
        point,
      )
    }
    case 'pad': {
      const scaled = scaleBy(source, inside)
      const left = Math.floor((width - scaled.width) / 2)
      const top = Math.floor((height - scaled.height) / 2)
      return { ...whole(scaled), canvas: { left, top, width, height } }
    }
  }
}

const centre: Point = { x: 0.5, y: 0.5 }

/** Which of the modes never enlarge, and which never shrinks, where the ratio is kept. */
const limited = (scale: number, fit: NonNullable<Box['fit']>): number => {
  switch (fit) {
    case 'scale-down':
    case 'crop':
    case 'aspect-crop':
      return Math.min(1, scale)
    case 'scale-up':
      return Math.max(1, scale)
    case 'contain':
    case 'cover':
    case 'pad':
    case 'squeeze':
      return scale
  }
}

const pixels = (side: number): number => Math.max(1, Math.round(side))

const scaleBy = ({ width, height }: Size, scale: number): Size => ({
  width: pixels(width * scale),
  height: pixels(height * scale),
})

/** How much `inner` grows or shrinks to touch the sides of `outer` from within, never growing. */
const containScale = (inner: Size, outer: Size): number =>
  Math.min(1, outer.width / inner.width, outer.height / inner.height)

const whole = ({ width, height }: Size): FittedBox => ({
  scaled: { width, height },
  crop: { left: 0, top: 0, width, height },
  canvas: { left: 0, top: 0, width, height },
})

/** Cuts to the box where the scaled picture is larger; the point lies at the same fraction of both. */
const cropped = (scaled: Size, box: Size, point: Point): FittedBox => {
  const width = Math.min(box.width, scaled.width)
  const height = Math.min(box.height, scaled.height)
  const left = Math.round((scaled.width - width) * point.x)
  const top = Math.round((scaled.height - height) * point.y)
  return {
    scaled,
    crop: { left, top, width, height },
    canvas: { left: 0, top: 0, width, height },
  }
}
