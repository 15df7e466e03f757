import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { checkOptions } from './checkOptions.ts'
import type { Delivery } from './Delivery.ts'
import { imageUrl } from './imageUrl.ts'
import { requireFlexible } from './requireFlexible.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { writeOptions } from './writeOptions.ts'

/** The options that all candidates share, and what differs between them. */
export interface SrcSetOptions extends TransformOptions {
  /** Widths of the candidates in pixels, as `widthLadder` gives them. */
  widths: readonly number[]
  /** Width divided by height, which gives each candidate its height. @default that of `width` and `height`, where both are given */
  aspectRatio?: number | undefined
}

/**
 * The `srcset` of an image: one candidate for each width.
 *
 * @example
 * ```ts
 * import { buildSrcSet, defineDelivery, widthLadder } from 'react-cloudflare-images/url'
 *
 * const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
 * const widths = widthLadder({ layout: 'constrained', width: 800 })
 *
 * buildSrcSet(delivery, 'people/ada', { widths, aspectRatio: 3 / 2, fit: 'aspect-crop' })
 * ```
 * @see https://developers.cloudflare.com/images/optimization/make-responsive-images/
 * @throws ImagesError `invalid-id`, `invalid-options`, `flexible-variants-disabled`.
 */
export function buildSrcSet<TVariant extends string, TFlexible extends boolean>(
  delivery: Delivery<TVariant, TFlexible>,
  imageId: string,
  options: NoInfer<TFlexible> extends false ? never : SrcSetOptions,
): string {
  requireFlexible(delivery)
  const { widths, aspectRatio, width, height, format, ...shared }: SrcSetOptions = options
  if (isDevelopment) checkOptions({ ...shared, width, height, format })
  const ratio =
    aspectRatio ?? (typeof width === 'number' && height ? width / height : undefined)
  if (ratio !== undefined) requirePositive(ratio)
  const [before, after] = imageUrl(delivery, imageId, '{leaf}').split('{leaf}')
  const others = writeOptions({
    ...shared,
    ...(ratio === undefined && { height }),
    ...(format !== 'auto' && { format }),
  })
  const rest = (others && `,${others}`) + after
  let srcSet = ''
  for (const candidate of widths) {
    const pixels = requirePositive(Math.round(candidate))
    const box = ratio
      ? `${pixels},height=${Math.max(1, Math.round(pixels / ratio))}`
      : pixels
    srcSet += `${srcSet && ', '}${before}width=${box}${rest} ${pixels}w`
  }
  return srcSet
}

function requirePositive(value: number): number {
  if (value > 0 && value < Infinity) return value
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `${value} is no width and no ratio for a srcset: browsers would ignore the attribute. Give pixels, as widthLadder does, and a ratio such as 3 / 2.`
      : 'Invalid width or ratio',
  )
}
