import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { variantUrl } from '../url/variantUrl.ts'
import type { Source } from './readSource.ts'
import { requireDelivery } from './requireDelivery.ts'
import { safeUrl } from './safeUrl.ts'

/**
 * The URL of a picture in a named variant: the one that came with the image, else one made here.
 *
 * @throws ImagesError `no-delivery`, `unknown-variant`, `private-image`.
 */
export function namedUrl(
  { url, before, urls, image, id = '', delivery }: Source,
  variant: string,
): string {
  if (url) return url
  if (before) return before + variant
  const ready = urls?.[variant]
  // In a srcset, a blank or a comma would begin another candidate.
  if (ready) return safeUrl(ready).replace(/[\s,]/g, encodeURIComponent)
  const known = requireDelivery(delivery)
  if (image?.requireSignedURLs && !known.variants[variant]?.neverRequireSignedURLs) {
    throw new ImagesError(
      'private-image',
      isDevelopment
        ? `The image is private and came without a signed URL for "${variant}": Cloudflare would answer 403. Ask the backend for it: useImage(id, { urls: ['${variant}'] }), or urls=${variant} in the request.`
        : 'Private image without a signed URL',
    )
  }
  return variantUrl(known, id, variant)
}
