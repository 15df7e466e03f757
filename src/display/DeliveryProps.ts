import type { Delivery } from '../url/Delivery.ts'

/** What a provider can say for all images below it, and a prop for one. */
export interface DeliveryProps<TDelivery extends Delivery = Delivery> {
  /** Where the image is delivered from. In a Server Component it is needed here or by `withDelivery`. @default the provider's */
  delivery?: TDelivery | undefined
  /** Whether the page has a strict CSP: then no `style` attribute is rendered, and `styles.css` does its part. @default the provider's, else false */
  csp?: boolean | undefined
}
