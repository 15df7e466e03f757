import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { imageUrl } from '../url/imageUrl.ts'
import { knownSource } from './knownSource.ts'
import type { SourceOptions } from './knownSource.ts'

/**
 * The URL of a picture as a whole, of medium size: one that the backend sent, a named variant, or scaled by options;
 * undefined where none of them is known.
 */
export function wholeSource(
  image: CloudflareImage,
  { variant, delivery }: SourceOptions,
): string | undefined {
  const usual = delivery?.flexible ? undefined : 'public'
  const known = knownSource(image, { variant, delivery, usual })
  if (known !== undefined || !delivery || image.requireSignedURLs) return known
  return imageUrl(delivery, image.id, 'width=1200,fit=scale-down')
}
