import { isDevelopment } from '#development'
import { checkOptions } from '../url/checkOptions.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { readSizes } from '../url/readSizes.ts'
import { urlWriter } from '../url/urlWriter.ts'
import { widthLadder } from '../url/widthLadder.ts'
import type { Candidate } from '../url/writeSrcSet.ts'
import { isSvg } from './isSvg.ts'
import { requireDelivery } from './requireDelivery.ts'
import type { GivenSlot, Known } from './responsiveUrls.ts'

/** The candidates of a picture whose URLs carry options. @throws ImagesError `no-delivery`, `invalid-id`, `invalid-options`. */
export function flexibleLadder(
  given: GivenSlot,
  { box, facts, path }: Omit<Known, 'isAuto'> & { path: string | undefined },
): Candidate[] {
  const { id, image, layout, width, height, sizes, maxWidth = Infinity, maxDpr } = given
  // A URL that was given is the pattern of all others.
  const place = path
    ? { accountHash: '', baseUrl: '', path }
    : requireDelivery(given.delivery)
  const imageId = path ? '-' : (image?.id ?? id!)
  if (isSvg(given)) return [[imageUrl(place, imageId, 'format=auto'), 0]]
  const { fit, gravity, quality, options } = given
  const focus = box.ratio && !box.isFrame && facts?.f
  const shared = {
    ...options,
    fit: fit ?? (box.ratio ? 'aspect-crop' : undefined),
    gravity: gravity ?? (focus ? { x: focus[0], y: focus[1] } : undefined),
    quality,
  }
  if (isDevelopment) checkOptions(shared)
  const write = urlWriter(place, imageId, shared)
  const widths = widthLadder({
    layout,
    width: box.width,
    sizes: typeof sizes === 'string' ? readSizes(sizes) : sizes,
    maxWidth: Math.min(maxWidth, box.maxWidth),
    maxDpr,
  })
  const isByHeight = layout === 'fixed' && height && !width && !box.ratio
  return widths.map((wide) => [
    isByHeight
      ? write(undefined, (height * wide) / (box.width ?? wide))
      : write(wide, box.ratio && wide / box.ratio),
    wide,
  ])
}
