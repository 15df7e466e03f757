import { ImagesError } from '../api/ImagesError.ts'
import type { Trim } from '../url/TransformOptions.ts'
import type { Region, Size } from './fitBox.ts'

/**
 * The rectangle that stays when the sides of `trim` are cut off. Values below 1 are fractions of the side; others are
 * pixels, which `dpr` multiplies.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#trim
 * @throws `invalid-options` where nothing stays.
 */
export function trimRegion(trim: Trim, { width, height }: Size, dpr = 1): Region {
  const ratio = Math.min(dpr, 2)
  const of = (side: number, value = 0) =>
    Math.round(value < 1 ? value * side : value * ratio)
  const left = of(width, trim.left)
  const top = of(height, trim.top)
  const right =
    trim.width === undefined
      ? width - of(width, trim.right)
      : left + of(width, trim.width)
  const bottom =
    trim.height === undefined
      ? height - of(height, trim.bottom)
      : top + of(height, trim.height)
  const region = {
    left,
    top,
    width: Math.min(right, width) - left,
    height: Math.min(bottom, height) - top,
  }
  if (region.width < 1 || region.height < 1) {
    throw new ImagesError(
      'invalid-options',
      `trim leaves nothing of a picture of ${width} × ${height} pixels. Cut less from its sides.`,
      { cloudflareCode: 9413 },
    )
  }
  return region
}
