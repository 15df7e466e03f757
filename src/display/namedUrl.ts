import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { variantUrl } from '../url/variantUrl.ts'
import type { GivenSource } from './GivenSource.ts'
import { replaceLeaf } from './replaceLeaf.ts'
import { requireDelivery } from './requireDelivery.ts'
import { safeUrl } from './safeUrl.ts'

/**
 * The URL of a picture in a named variant: the one that came with the image, else one made here. A URL that is no
 * delivery URL, or is signed, stays as it is.
 *
 * @throws ImagesError `no-delivery`, `unknown-variant`, `invalid-id`; `private-image` in development.
 */
export function namedUrl(
  { id, image, src, signedUrls = image?.urls, delivery }: GivenSource,
  variant: string,
): string {
  if (src) return replaceLeaf(src, variant, delivery)
  const ready = signedUrls?.[variant]
  // In a srcset, a blank or a comma would begin another candidate.
  if (ready) return safeUrl(ready).replace(/[\s,]/g, encodeURIComponent)
  const known = requireDelivery(delivery)
  if (
    isDevelopment &&
    image?.requireSignedURLs &&
    !known.variants[variant]?.neverRequireSignedURLs
  ) {
    throw new ImagesError(
      'private-image',
      `The image is private and came without a signed URL for "${variant}": Cloudflare would answer 403. Ask the backend for it: useImage(id, { urls: ['${variant}'] }), or urls=${variant} in the request.`,
    )
  }
  return variantUrl(known, image?.id ?? id!, variant)
}
