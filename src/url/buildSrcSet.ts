import type { Delivery } from './Delivery.ts'
import { requireFlexible } from './requireFlexible.ts'
import { requireOptions } from './requireOptions.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { urlWriter } from './urlWriter.ts'
import { wholePixels } from './wholePixels.ts'
import { writeSrcSet } from './writeSrcSet.ts'

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
  const { widths, aspectRatio, ...leaf }: SrcSetOptions = options
  requireOptions(leaf)
  const { width, height, ...shared } = leaf
  const ratio = aspectRatio ?? (Number(width) / Number(height) || undefined)
  const write = urlWriter(delivery, imageId, shared)
  return writeSrcSet(
    widths.map((wide) => {
      const pixels = wholePixels(wide)
      return [write(pixels, ratio === undefined ? height : pixels / ratio), pixels]
    }),
  )
}
