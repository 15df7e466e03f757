import { buildSrcSet } from '../url/buildSrcSet.ts'
import type { Delivery } from '../url/Delivery.ts'
import { formatOptions } from '../url/formatOptions.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { widthLadder } from '../url/widthLadder.ts'
import { hasOneUrl } from './hasOneUrl.ts'
import type { ImageBox } from './imageBox.ts'
import type { Ladder } from './Ladder.ts'
import type { Source } from './readSource.ts'
import { requireDelivery } from './requireDelivery.ts'
import type { ResponsiveProps } from './ResponsiveImageOptions.ts'

/** The `srcset` of a picture whose URLs carry options. @throws ImagesError `no-delivery`, `invalid-id`, `invalid-options`. */
export function flexibleLadder(
  source: Source,
  box: ImageBox,
  slot: ResponsiveProps<Delivery>,
): Ladder {
  const { layout, width, height, sizes, fit, gravity, quality, options, maxDpr } = slot
  const { id = '', before, facts } = source
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
    : [requireDelivery(source.delivery), id]
  if (hasOneUrl(source)) {
    return { srcSet: imageUrl(delivery, imageId, 'format=auto'), widths: [] }
  }
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
    maxWidth: Math.min(slot.maxWidth ?? Infinity, box.maxWidth),
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
