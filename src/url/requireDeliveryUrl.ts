import { ImagesError } from '../api/ImagesError.ts'
import { splitDeliveryUrl } from './splitDeliveryUrl.ts'
import type { DeliveryUrlParts, KnownPlace } from './splitDeliveryUrl.ts'

/** Takes a delivery URL apart. @throws ImagesError `invalid-request` where it is none. */
export function requireDeliveryUrl(url: string, known?: KnownPlace): DeliveryUrlParts {
  const parts = splitDeliveryUrl(url, known)
  if (parts) return parts
  throw new ImagesError(
    'invalid-request',
    `${JSON.stringify(url) ?? 'undefined'} is no delivery URL, so there is no image in it. Pass a URL of imagedelivery.net or of a custom domain, or the delivery that it belongs to.`,
  )
}
