import type { Delivery } from '../url/Delivery.ts'
import type { ShownImage } from './ImageSource.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { ResponsiveImageOptions, ResponsiveProps } from './ResponsiveImageOptions.ts'

/** What is shown instead where a media query holds. What it leaves out is as for the picture itself. */
export interface PictureSource<
  TDelivery extends Delivery = RegisteredDelivery,
> extends Omit<
  ResponsiveProps<TDelivery>,
  'csp' | 'delivery' | 'layout' | 'placeholder' | 'priority'
> {
  /** Where this source is shown, such as `(min-width: 800px)` or `(prefers-color-scheme: dark)`; the first that holds wins. */
  media: string
  /** Another image, by its id. @default the picture's */
  id?: string | undefined
  /** Another image, as the backend returned it. @default the picture's */
  image?: ShownImage | undefined
  /** Another image, by its delivery URL. @default the picture's */
  src?: string | undefined
}

/** A picture that differs from screen to screen: all that `ResponsiveImage` takes, and what is shown where. */
export type ResponsivePictureOptions<TDelivery extends Delivery = RegisteredDelivery> =
  ResponsiveImageOptions<TDelivery> & PictureProps<TDelivery>

/** What is said of a picture besides what is said of an image. */
interface PictureProps<TDelivery extends Delivery> {
  /** What is shown where; where none of them holds, it is the picture itself. @default none */
  sources?: readonly PictureSource<TDelivery>[] | undefined
  /**
   * Whether it moves: those who asked their system for less motion then see its first frame, in a file of its own that
   * is smaller too.
   *
   * @default whether the image's facts know more than one frame
   */
  animated?: boolean | undefined
}
