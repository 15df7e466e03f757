import { ImagesError } from '../api/ImagesError.ts'
import { checkVariantName } from './checkVariantName.ts'
import { formatOptions } from './formatOptions.ts'
import { imageUrl } from './imageUrl.ts'
import type { ParsedDeliveryUrl } from './parseDeliveryUrl.ts'
import { signatureQuery } from './signatureQuery.ts'

/**
 * Writes what `parseDeliveryUrl` read: its inverse for every URL in canonical form, which is what this library writes.
 *
 * @example
 * ```ts
 * import { formatDeliveryUrl, parseDeliveryUrl } from 'react-cloudflare-images/url'
 *
 * const parsed = parseDeliveryUrl('https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/people/ada/h=300,w=400')
 *
 * if (parsed) formatDeliveryUrl(parsed) // 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/people/ada/width=400,height=300'
 * ```
 * @throws ImagesError `invalid-id`, `invalid-options`.
 */
export function formatDeliveryUrl(parsed: ParsedDeliveryUrl): string {
  const { imageId, variant, options } = parsed
  if (variant !== undefined && options) {
    throw new ImagesError(
      'invalid-options',
      'A delivery URL has a variant or options, and here are both: only one of them can be its last part. Leave one out.',
    )
  }
  const leaf =
    variant === undefined ? formatOptions(options ?? {}) : checkVariantName(variant)
  return imageUrl(parsed, imageId, leaf) + signatureQuery(parsed)
}
