import { ImagesError } from '../api/ImagesError.ts'
import { checkVariantName } from './checkVariantName.ts'
import { formatOptions } from './formatOptions.ts'
import { imageUrl } from './imageUrl.ts'
import { parseOptions } from './parseOptions.ts'
import { requireDeliveryUrl } from './requireDeliveryUrl.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'

/**
 * The same image in another variant, or with options merged over those that the URL has; `undefined` takes one away.
 *
 * @example
 * ```ts
 * import { rewriteUrl } from 'react-cloudflare-images/url'
 *
 * rewriteUrl('/cdn-cgi/imagedelivery/Vi7wi5KSItxGFsWRG2Us6Q/people/ada/w=400', { quality: 60 })
 * // '/cdn-cgi/imagedelivery/Vi7wi5KSItxGFsWRG2Us6Q/people/ada/width=400,quality=60'
 * ```
 * @param known - a delivery, or its `baseUrl` alone, as for `parseDeliveryUrl`.
 * @throws ImagesError `private-image` for a signed URL, whose signature holds for nothing else; `invalid-request` for a
 * URL that is no delivery URL; `invalid-options`; `unknown-variant`.
 */
export function rewriteUrl(
  url: string,
  variantOrOptions: string | TransformOptions,
  known?: KnownPlace,
): string {
  const parts = requireDeliveryUrl(url, known)
  if (/(?:^|&)sig=/.test(parts.query)) {
    throw new ImagesError(
      'private-image',
      'A signed URL cannot be rewritten: its signature holds for this variant only, and Cloudflare would answer 403. Ask the backend for a URL that is signed for the other variant.',
    )
  }
  const { imageId, leaf, query } = parts
  const rewritten =
    typeof variantOrOptions === 'string'
      ? checkVariantName(variantOrOptions)
      : formatOptions({
          ...(leaf.includes('=') && parseOptions(leaf)),
          ...variantOrOptions,
        })
  return imageUrl(parts, imageId, rewritten) + (query && `?${query}`)
}
