import { isDevelopment } from '#development'
import { checkOptions } from '../url/checkOptions.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { readSizes } from '../url/readSizes.ts'
import { widthLadder } from '../url/widthLadder.ts'
import { writeLeaf } from '../url/writeLeaf.ts'
import { writeSrcSet } from '../url/writeSrcSet.ts'
import { isSvg } from './isSvg.ts'
import type { Ladder } from './Ladder.ts'
import { requireDelivery } from './requireDelivery.ts'
import type { GivenSlot, Known } from './responsiveUrls.ts'

/** The `srcset` of a picture whose URLs carry options. @throws ImagesError `no-delivery`, `invalid-id`, `invalid-options`. */
export function flexibleLadder(
  given: GivenSlot,
  { box, facts, path }: Known & { path?: string | undefined },
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
  // A URL that was given is the pattern of all others.
  const place = path
    ? { accountHash: '', baseUrl: '', path }
    : requireDelivery(given.delivery)
  const imageId = path ? '-' : (image?.id ?? id!)
  if (isSvg(given)) return { srcSet: imageUrl(place, imageId, 'format=auto'), widths: [] }
  const focus = box.ratio && !box.isFrame && facts?.f
  const shared = {
    ...options,
    fit: fit ?? (box.ratio ? 'aspect-crop' : undefined),
    gravity: gravity ?? (focus ? { x: focus[0], y: focus[1] } : undefined),
    quality,
  }
  if (isDevelopment) checkOptions(shared)
  const widths = widthLadder({
    layout,
    width: box.width,
    sizes: typeof sizes === 'string' ? readSizes(sizes) : sizes,
    maxWidth: Math.min(given.maxWidth ?? Infinity, box.maxWidth),
    maxDpr,
  })
  if (layout === 'fixed' && height && !width && !box.ratio) {
    const candidates = widths.map((wide) => {
      const high = Math.round((height * wide) / (box.width ?? wide))
      return `${imageUrl(place, imageId, writeLeaf({ ...shared, height: high }))} ${wide}w`
    })
    return { srcSet: candidates.join(', '), widths }
  }
  return {
    srcSet: writeSrcSet(place, imageId, { ...shared, widths, aspectRatio: box.ratio }),
    widths,
  }
}
