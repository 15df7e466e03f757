import type { Delivery } from './Delivery.ts'
import { requireFlexible } from './requireFlexible.ts'
import { requireOptions } from './requireOptions.ts'
import { writeSrcSet } from './writeSrcSet.ts'
import type { SrcSetOptions } from './writeSrcSet.ts'

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
  const { widths: _, aspectRatio: __, ...shared }: SrcSetOptions = options
  requireOptions(shared)
  return writeSrcSet(delivery, imageId, options)
}
