import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from './Delivery.ts'
import { formatOptions } from './formatOptions.ts'
import { imageUrl } from './imageUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'

/** Options of every candidate, and their widths. */
export interface SrcSetOptions extends TransformOptions {
  /** Widths of the candidates in pixels, as `widthLadder` gives them. */
  widths: readonly number[]
  /** Width divided by height: gives each candidate its height. @default that of `width` and `height`, where both are given */
  aspectRatio?: number | undefined
}

/** The `srcset` of an image: one candidate per width. @throws ImagesError */
export function buildSrcSet<TVariant extends string, TFlexible extends boolean>(
  delivery: Delivery<TVariant, TFlexible>,
  imageId: string,
  srcSet: TFlexible extends false ? never : SrcSetOptions,
): string {
  const { widths, aspectRatio, ...options }: SrcSetOptions = srcSet
  if (!delivery.flexible)
    throw new ImagesError('flexible-variants-disabled', 'Flexible variants are off.')
  return widths
    .map((width) => {
      const height =
        aspectRatio === undefined ? options.height : Math.round(width / aspectRatio)
      return `${imageUrl(delivery, imageId, formatOptions({ ...options, width, height }))} ${width}w`
    })
    .join(', ')
}
