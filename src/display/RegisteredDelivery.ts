import type { Register } from '../api/Register.ts'
import type { Delivery } from '../url/Delivery.ts'

/** The delivery that a register names, or any delivery where it names none. */
export type DeliveryOf<TRegister> = TRegister extends {
  delivery: infer TDelivery extends Delivery
}
  ? TDelivery
  : Delivery

/** The app's own delivery, where it has said which in `Register`; variant names are then checked everywhere. */
export type RegisteredDelivery = DeliveryOf<Register>
