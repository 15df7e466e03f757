import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from './Delivery.ts'
import { imageUrl } from './imageUrl.ts'

/** The URL of an image in a named variant. @throws ImagesError `unknown-variant`, `invalid-id`. */
export function variantUrl(delivery: Delivery, imageId: string, variant: string): string {
  if (!Object.hasOwn(delivery.variants, variant)) {
    throw new ImagesError(
      'unknown-variant',
      isDevelopment
        ? `The delivery has no variant "${variant}": Cloudflare would answer 404. Use one of ${Object.keys(delivery.variants).join(', ')}, or add it to defineDelivery; options are passed as an object.`
        : '',
    )
  }
  return imageUrl(delivery, imageId, variant)
}
