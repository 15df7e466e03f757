import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { safeUrl } from '../display/safeUrl.ts'
import type { Delivery } from '../url/Delivery.ts'
import { imageUrl } from '../url/imageUrl.ts'

interface WholeOptions {
  /** Named variant to show. */
  variant: string | undefined
  delivery: Delivery | undefined
}

/**
 * The URL of a picture as a whole, of medium size: one that the backend sent, a named variant, or scaled by options;
 * undefined where none of them is known.
 */
export function wholeSource(
  image: CloudflareImage,
  { variant, delivery }: WholeOptions,
): string | undefined {
  const sent = image.urls?.[variant ?? Object.keys(image.urls)[0] ?? '']
  if (sent) return safeUrl(sent)
  if (image.requireSignedURLs) return undefined
  if (delivery && (variant !== undefined || !delivery.flexible)) {
    return imageUrl(delivery, image.id, variant ?? 'public')
  }
  if (delivery) return imageUrl(delivery, image.id, 'width=1200,fit=scale-down')
  const urls = image.variants ?? []
  const url = urls.find((each) => each.endsWith('/public')) ?? urls[0]
  return url === undefined ? undefined : safeUrl(url)
}
