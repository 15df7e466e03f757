import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { safeUrl } from '../display/safeUrl.ts'
import type { Delivery } from '../url/Delivery.ts'
import { imageUrl } from '../url/imageUrl.ts'

/** In which form a picture is wanted. */
export interface SourceOptions {
  /** Named variant to show. */
  variant: string | undefined
  delivery: Delivery | undefined
}

interface KnownSourceOptions extends SourceOptions {
  /** The variant where none is named. */
  usual: string | undefined
}

/**
 * The URL of a picture as it is known by name: one that the backend sent, or a named variant. Undefined where there is
 * none, and where the account allows options in its place.
 */
export function knownSource(
  image: CloudflareImage,
  { variant, delivery, usual }: KnownSourceOptions,
): string | undefined {
  const sent = image.urls?.[variant ?? Object.keys(image.urls)[0] ?? '']
  if (sent) return safeUrl(sent)
  if (image.requireSignedURLs) return undefined
  const name = variant ?? usual
  if (delivery) return name === undefined ? undefined : imageUrl(delivery, image.id, name)
  // Without a delivery there still are the URLs that the backend sent along.
  const urls = image.variants ?? []
  const url = urls.find((each) => each.endsWith(`/${name ?? 'public'}`)) ?? urls[0]
  return url === undefined ? undefined : safeUrl(url)
}
