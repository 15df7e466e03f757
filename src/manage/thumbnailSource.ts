import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import { safeUrl } from '../display/safeUrl.ts'
import type { Delivery } from '../url/Delivery.ts'
import { imageUrl } from '../url/imageUrl.ts'

/** The URLs of a thumbnail. */
export interface ThumbnailSource {
  src: string
  srcSet?: string
}

interface ThumbnailOptions {
  /** Named variant to show. */
  variant: string | undefined
  delivery: Delivery | undefined
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
  { variant, delivery }: ThumbnailOptions,
): ThumbnailSource | undefined {
  const sent = image.urls?.[variant ?? Object.keys(image.urls)[0] ?? '']
  if (sent) return { src: safeUrl(sent) }
  if (image.requireSignedURLs) return undefined
  const name = variant ?? (delivery?.flexible ? undefined : smallEnough(delivery))
  if (delivery && name !== undefined) return { src: imageUrl(delivery, image.id, name) }
  if (delivery) {
    const gravity = readImageFacts(image)
      ?.f?.map((at) => Number(at.toFixed(4)))
      .join('x')
    const [one = '', two = ''] = [320, 640].map((side) => {
      const box = `width=${side},height=${side},fit=aspect-crop`
      return imageUrl(delivery, image.id, gravity ? `${box},gravity=${gravity}` : box)
    })
    return { src: one, srcSet: `${one} 320w, ${two} 640w` }
  }
  // Without a delivery there still are the URLs that the backend sent along.
  const urls = image.variants ?? []
  const url = urls.find((each) => each.endsWith(`/${variant ?? 'public'}`)) ?? urls[0]
  return url === undefined ? undefined : { src: safeUrl(url) }
}

/** The smallest variant that fills a tile, where the account allows no options. */
function smallEnough(delivery: Delivery | undefined): string | undefined {
  const wide = Object.entries(delivery?.variants ?? {}).filter(
    ([, { width = 0 }]) => width >= 320,
  )
  return wide.sort(([, a], [, b]) => a.width! - b.width!)[0]?.[0] ?? 'public'
}
