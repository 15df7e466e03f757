import type { Delivery } from '../url/Delivery.ts'
import type { DeliveryProps } from './DeliveryProps.ts'

/** What both kinds of picture take. */
export interface SharedProps<
  TDelivery extends Delivery,
> extends DeliveryProps<TDelivery> {
  /**
   * Whether it is among the first things seen: loaded at once and before others, where others wait until they come
   * near the screen.
   *
   * @default false
   */
  priority?: boolean | undefined
}
