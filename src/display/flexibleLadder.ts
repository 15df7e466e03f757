import { buildSrcSet } from '../url/buildSrcSet.ts'
import { formatOptions } from '../url/formatOptions.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { widthLadder } from '../url/widthLadder.ts'
import { isSvg } from './isSvg.ts'
import type { Ladder } from './Ladder.ts'
import { requireDelivery } from './requireDelivery.ts'
import type { GivenSlot, Known } from './responsiveUrls.ts'

/** The `srcset` of a picture whose URLs carry options. @throws ImagesError `no-delivery`, `invalid-id`, `invalid-options`. */
export function flexibleLadder(
  given: GivenSlot,
  { box, facts, before }: Known & { before?: string | undefined },
): Ladder {
  const {
    id,
    image,
    layout,
    width,
    height,
    sizes,
    fit,
    gravity,
    quality,
    options,
    maxDpr,
  } = given
  // A URL that was given is a delivery of one picture.
  const [delivery, imageId] = before
    ? [
        {
          accountHash: '',
          baseUrl: before,
          path: '{leaf}',
          variants: {},
          flexible: true,
        },
        '-',
      ]
    : [requireDelivery(given.delivery), image?.id ?? id!]
  if (isSvg(given))
    return { srcSet: imageUrl(delivery, imageId, 'format=auto'), widths: [] }
  const focus = box.ratio && !box.isFrame && facts?.f
  const shared = {
    ...options,
    fit: fit ?? (box.ratio ? 'aspect-crop' : undefined),
    gravity: gravity ?? (focus ? { x: focus[0], y: focus[1] } : undefined),
    quality,
  }
  const widths = widthLadder({
    layout,
    width: box.width,
    sizes: typeof sizes === 'object' ? sizes : undefined,
    maxWidth: Math.min(given.maxWidth ?? Infinity, box.maxWidth),
    maxDpr,
  })
  if (layout === 'fixed' && height && !width && !box.ratio) {
    const candidates = widths.map((wide) => {
      const high = Math.round((height * wide) / (box.width ?? wide))
      return `${imageUrl(delivery, imageId, formatOptions({ ...shared, height: high }))} ${wide}w`
    })
    return { srcSet: candidates.join(', '), widths }
  }
  return {
    srcSet: buildSrcSet(delivery, imageId, { ...shared, widths, aspectRatio: box.ratio }),
    widths,
  }
}
