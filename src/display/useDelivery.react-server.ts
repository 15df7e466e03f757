import type { Ref } from 'react'
import type { Delivery } from '../url/Delivery.ts'

/** Where an image is delivered from: its own prop, for a Server Component has no context. */
export function useDelivery(delivery: Delivery | undefined): Delivery | undefined {
  return delivery
}

/** Whether an image does without a `style` attribute: its own prop. */
export function useCsp(csp: boolean | undefined): boolean {
  return csp ?? false
}

/** Whether a browser may see for itself how wide a picture is: not here, for nobody has a hand on its end. */
export const seesWidth: boolean = false

/** The ref of an `<img>`: a Server Component has none. */
export function useImageRef({
  ref,
}: {
  ref?: Ref<HTMLImageElement> | undefined
}): Ref<HTMLImageElement> | undefined {
  return ref
}

/** What to do where no delivery is found. */
export const deliveryHint: string = `It is not known where images are delivered, so this one has no URL; a Server Component has no context that could tell. Add three lines:
  const delivery = defineDelivery({ accountHash: '<account hash>' })
  export const Avatar = withDelivery(VariantImage, delivery)
  export const Photo = withDelivery(ResponsiveImage, delivery)
and render these, or give this one image the prop delivery={delivery}.`
