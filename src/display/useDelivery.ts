import { isDevelopment } from '#development'
import { use } from 'react'
import type { Ref } from 'react'
import type { Delivery } from '../url/Delivery.ts'
import { CspContext } from './CspContext.ts'
import { DeliveryContext } from './DeliveryContext.ts'
import { imageRef } from './imageRef.ts'

/** Where an image is delivered from: its own prop, else what a provider above says. */
export function useDelivery(delivery: Delivery | undefined): Delivery | undefined {
  return delivery ?? use(DeliveryContext)
}

/** Whether an image does without a `style` attribute: its own prop, else what a provider above says. */
export function useCsp(csp: boolean | undefined): boolean {
  return csp ?? use(CspContext)
}

/** The ref of an `<img>`: the one that is given, and what lets the picture go without a request. */
export function useImageRef({ ref: given }: WithRef): Ref<HTMLImageElement> | undefined {
  return imageRef(given)
}

interface WithRef {
  ref?: Ref<HTMLImageElement> | undefined
}

/** Whether a browser may see for itself how wide a picture is: where `useImageRef` has a hand on its end. */
export const seesWidth: boolean = true

/** What to do where no delivery is found. */
export const deliveryHint: string = isDevelopment
  ? `It is not known where images are delivered, so this one has no URL. Add three lines:
  const delivery = defineDelivery({ accountHash: '<account hash>' })
  <ImagesProvider delivery={delivery} endpoint="/api/images">   around the app
  </ImagesProvider>
or give this one image the prop delivery={delivery}.`
  : ''
