import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readFocalPoint } from '../api/readFocalPoint.ts'
import type { Delivery } from '../url/Delivery.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { knownSource } from './knownSource.ts'
import type { SourceOptions } from './knownSource.ts'

/** The URLs of a thumbnail. */
export interface ThumbnailSource {
  src: string
  srcSet?: string
}

/**
 * Where a square thumbnail of the image comes from: a URL that the backend sent, a named variant, or a square cut by
 * options around the focal point. Undefined where none of them is known.
 *
 * Two sizes, and no more: every size of every picture is a transformation that the account pays for.
 *
 * @see https://developers.cloudflare.com/images/pricing/
 */
export function thumbnailSource(
  image: CloudflareImage,
  { variant, delivery }: SourceOptions,
): ThumbnailSource | undefined {
  const usual = delivery?.flexible ? undefined : smallEnough(delivery)
  const known = knownSource(image, { variant, delivery, usual })
  if (known !== undefined) return { src: known }
  if (!delivery || image.requireSignedURLs) return undefined
  const gravity = readFocalPoint(image)
    ?.map((at) => Number(at.toFixed(4)))
    .join('x')
  const [one = '', two = ''] = [320, 640].map((side) => {
    const box = `width=${side},height=${side},fit=aspect-crop`
    return imageUrl(delivery, image.id, gravity ? `${box},gravity=${gravity}` : box)
  })
  return { src: one, srcSet: `${one} 320w, ${two} 640w` }
}

/** The smallest variant that fills a tile, where the account allows no options. */
function smallEnough(delivery: Delivery | undefined): string {
  const wide = Object.entries(delivery?.variants ?? {}).filter(
    ([, { width = 0 }]) => width >= 320,
  )
  return wide.sort(([, a], [, b]) => a.width! - b.width!)[0]?.[0] ?? 'public'
}
