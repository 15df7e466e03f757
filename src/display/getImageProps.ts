import type { Delivery } from '../url/Delivery.ts'
import type { ImgProps } from './ImgAttributes.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { ResponsiveImageOptions } from './ResponsiveImageOptions.ts'
import { responsiveImageProps } from './responsiveImageProps.ts'
import type { VariantImageOptions } from './VariantImageOptions.ts'
import { variantImageProps } from './variantImageProps.ts'

/**
 * The attributes of the `<img>` that `VariantImage` or `ResponsiveImage` would render, for an element of your own.
 *
 * It reads no context, so an id needs the `delivery`.
 *
 * The `sizes` of a lazy picture begin with `auto`. Where such an element leaves the page, Chromium (seen in 147) asks for
 * the largest candidate, which is delivered and billed: the components prevent that, and an element of your own does
 * where its `loading` is set to `eager` just before, or where `auto, ` is taken off.
 *
 * @example
 * ```ts
 * import { defineDelivery, getImageProps } from 'react-cloudflare-images'
 *
 * const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
 *
 * const { src, srcSet } = getImageProps({ delivery, id: 'samples/coast', alt: 'A coast', width: 800, height: 600 })
 * ```
 * @throws ImagesError `invalid-options`, `no-delivery`, `invalid-id`, `unknown-variant`, `private-image`.
 */
export function getImageProps<TDelivery extends Delivery = RegisteredDelivery>(
  options: VariantImageOptions<TDelivery>,
): ImgProps
export function getImageProps<TDelivery extends Delivery = RegisteredDelivery>(
  options: ResponsiveImageOptions<TDelivery>,
): ImgProps
export function getImageProps(
  options:
    | VariantImageOptions<Delivery>
    | (ResponsiveImageOptions<Delivery> & { variant?: undefined }),
): ImgProps {
  return options.variant === undefined
    ? responsiveImageProps(options)
    : variantImageProps(options)
}
