import { deliveryHint } from '#delivery'
import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from '../url/Delivery.ts'

/** The delivery that an id needs to become a URL. @throws ImagesError `no-delivery` with the lines to add. */
export function requireDelivery(delivery: Delivery | undefined): Delivery {
  if (delivery) return delivery
  throw new ImagesError('no-delivery', deliveryHint)
}
