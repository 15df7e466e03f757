import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery, Leaf } from './Delivery.ts'
import { formatOptions } from './formatOptions.ts'
import { imageUrl } from './imageUrl.ts'
import { requireFlexible } from './requireFlexible.ts'
import { signatureQuery } from './signatureQuery.ts'
import { variantUrl } from './variantUrl.ts'

/** What a delivery URL may carry besides its path. */
export interface DeliveryUrlOptions {
  /** The signature, 64 hex digits, as `signUrl` made it for this image and variant. */
  signature?: string | undefined
  /** When the signature expires, in Unix seconds or as a Date; exactly what was signed. */
  expiresAt?: Date | number | undefined
}

/**
 * The URL of an image, in a named variant or transformed by options.
 *
 * @example
 * ```ts
 * import { defineDelivery, deliveryUrl } from 'react-cloudflare-images/url'
 *
 * const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q', variants: { avatar: { width: 192 } } })
 *
 * deliveryUrl(delivery, 'people/ada', 'avatar')
 * deliveryUrl(delivery, 'people/ada', { width: 400, height: 300, fit: 'cover' })
 * ```
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/
 * @throws ImagesError `invalid-id`, `unknown-variant`, `invalid-options`, `flexible-variants-disabled`, `private-image`.
 */
export function deliveryUrl<TVariant extends string, TFlexible extends boolean>(
  delivery: Delivery<TVariant, TFlexible>,
  imageId: string,
  leaf: Leaf<NoInfer<TVariant>, NoInfer<TFlexible>>,
  options?: DeliveryUrlOptions,
): string {
  const query = signatureQuery(options)
  if (typeof leaf === 'string') return variantUrl(delivery, imageId, leaf) + query
  requireFlexible(delivery)
  if (query) {
    throw new ImagesError(
      'private-image',
      isDevelopment
        ? 'A URL with options cannot be signed: Cloudflare delivers private images in named variants only and would answer 403. Use the name of a variant.'
        : '',
    )
  }
  return imageUrl(delivery, imageId, formatOptions(leaf))
}
