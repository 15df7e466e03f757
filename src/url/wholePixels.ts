import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'

/** A width or a height in whole pixels, one at least. @throws ImagesError `invalid-options` for what is none. */
export function wholePixels(value: number): number {
  if (value > 0 && value < Infinity) return Math.round(value) || 1
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `A candidate of a srcset cannot be ${value} pixels wide or high: browsers would ignore the attribute. Give widths as widthLadder does, and a ratio such as 3 / 2.`
      : '',
  )
}
