import type { Delivery, VariantName } from '../url/Delivery.ts'
import type { ImageSource } from './ImageSource.ts'
import type { ImgAttributes } from './ImgAttributes.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { SharedProps } from './SharedProps.ts'

/** A picture in a named variant: which one, in which, and what the `<img>` takes besides. */
export type VariantImageOptions<TDelivery extends Delivery = RegisteredDelivery> =
  ImageSource & VariantProps<TDelivery> & ImgAttributes

/** What is said of the variant. */
interface VariantProps<TDelivery extends Delivery> extends SharedProps<TDelivery> {
  /** Name of the variant, or the names for screens of 1x, 2x and so on. */
  variant:
    | VariantName<TDelivery>
    | readonly [VariantName<TDelivery>, ...VariantName<TDelivery>[]]
  /** Width on the page in CSS pixels. @default the variant's, worked out from its definition and the image's facts */
  width?: number | undefined
  /** Height on the page in CSS pixels. @default follows from the width */
  height?: number | undefined
}
