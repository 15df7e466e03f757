import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from './Delivery.ts'
import { imageUrl } from './imageUrl.ts'

/** The URL of an image in a named variant. @throws ImagesError `unknown-variant`, `invalid-id`. */
export function variantUrl(delivery: Delivery, imageId: string, variant: string): string {
  if (!Object.hasOwn(delivery.variants, variant)) {
    throw new ImagesError('unknown-variant', `The delivery has no variant "${variant}".`)
  }
  return imageUrl(delivery, imageId, variant)
}
