import { useDelivery } from '#delivery'
import type { ReactElement } from 'react'
import type { Delivery } from '../url/Delivery.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { VariantImageOptions } from './VariantImageOptions.ts'
import { variantImageProps } from './variantImageProps.ts'

/** A picture in a named variant: which one, in which, and what the `<img>` takes besides. */
export type VariantImageProps<TDelivery extends Delivery = RegisteredDelivery> =
  VariantImageOptions<TDelivery>

/**
 * Shows an image in a named variant of the account. Works in Server Components, where it ships no JavaScript.
 *
 * @example
 * ```tsx
 * import { VariantImage } from 'react-cloudflare-images'
 *
 * export function Author() {
 *   return <VariantImage id="people/ada" variant="avatar" alt="Ada Lovelace" />
 * }
 * ```
 * @throws ImagesError `invalid-options`, `no-delivery`, `invalid-id`, `unknown-variant`, `private-image`.
 */
export function VariantImage<TDelivery extends Delivery = RegisteredDelivery>(
  props: VariantImageProps<TDelivery>,
): ReactElement {
  const delivery = useDelivery(props.delivery)
  // oxlint-disable-next-line jsx-a11y/alt-text -- the props always hold alt
  return <img {...variantImageProps({ ...props, delivery })} />
}
