import { seesWidth, useCsp, useDelivery, useImageRef } from '#delivery'
import type { ReactElement } from 'react'
import type { Delivery } from '../url/Delivery.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { ResponsiveImageOptions } from './ResponsiveImageOptions.ts'
import { responsiveImageProps } from './responsiveImageProps.ts'

/** A picture that comes in the size that the screen needs. */
export type ResponsiveImageProps<TDelivery extends Delivery = RegisteredDelivery> =
  ResponsiveImageOptions<TDelivery>

/**
 * Shows an image in the size that the screen needs, without a jump of the page. Works in Server Components, where it
 * ships no JavaScript.
 *
 * @example
 * ```tsx
 * import { ResponsiveImage } from 'react-cloudflare-images'
 *
 * export function Coast() {
 *   return <ResponsiveImage id="samples/coast" alt="A coast at dusk" width={800} aspectRatio={3 / 2} />
 * }
 * ```
 * @throws ImagesError `invalid-options`, `no-delivery`, `invalid-id`, `unknown-variant`, `private-image`.
 */
export function ResponsiveImage<TDelivery extends Delivery = RegisteredDelivery>(
  props: ResponsiveImageProps<TDelivery>,
): ReactElement {
  const delivery = useDelivery(props.delivery)
  const csp = useCsp(props.csp)
  const held = useImageRef(props)
  const known = Object.assign({}, props, { delivery, csp, ref: held })
  const img = responsiveImageProps(known, seesWidth)
  // oxlint-disable-next-line jsx-a11y/alt-text -- the props always hold alt
  return <img {...img} />
}
