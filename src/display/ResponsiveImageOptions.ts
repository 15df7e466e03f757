import type { ImageFacts } from '../api/ImageFacts.ts'
import type { Delivery, VariantName } from '../url/Delivery.ts'
import type { Layout, SlotSizes } from '../url/SlotOptions.ts'
import type { TransformOptions } from '../url/TransformOptions.ts'
import type { ImageSource } from './ImageSource.ts'
import type { ImgAttributes } from './ImgAttributes.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { SharedProps } from './SharedProps.ts'

/** A picture that comes in the size that the screen needs: which one, how it takes its place, and what the `<img>` takes besides. */
export type ResponsiveImageOptions<TDelivery extends Delivery = RegisteredDelivery> =
  ImageSource & ResponsiveProps<TDelivery> & ImgAttributes

/** What is said of the place that a picture takes, and of how it fills it. */
export interface ResponsiveProps<
  TDelivery extends Delivery,
> extends SharedProps<TDelivery> {
  /**
   * How the picture takes its place: `constrained` is `width` wide and shrinks with its container, `fixed` never
   * changes, `fullWidth` is as wide as its container.
   *
   * @default 'constrained'
   */
  layout?: Layout | undefined
  /** Width on the page in CSS pixels. @default the source's, where the image's facts know it */
  width?: number | undefined
  /** Height on the page in CSS pixels; with `width` it sets the ratio. @default follows from the ratio */
  height?: number | undefined
  /** Width divided by height, such as `16 / 9`; the picture is cropped to it. @default the picture's own */
  aspectRatio?: number | undefined
  /**
   * How wide the picture is on which screens: the text of a `sizes` attribute, or widths by viewport such as
   * `{ base: '100vw', 640: 608, 1024: 604 }`, which also choose the candidates.
   *
   * @default follows from layout and width
   */
  sizes?: string | SlotSizes | undefined
  /**
   * How the picture fills its box: `aspect-crop`, `cover` and `crop` cut, `contain` and `scale-down` show all of it.
   *
   * @default 'aspect-crop' where a ratio is asked for that is not the picture's own, else nothing is cut
   */
  fit?: TransformOptions['fit']
  /** What stays in view where the picture is cut. @default the focal point in the image's facts, else the centre */
  gravity?: TransformOptions['gravity']
  /** Quality of the encoding, 1 to 100 or a word. @default Cloudflare's 85 */
  quality?: TransformOptions['quality']
  /** Further options of the URL, such as `{ blur: 20 }` or `{ anim: false }`. @default none */
  options?:
    | Omit<TransformOptions, 'fit' | 'gravity' | 'height' | 'quality' | 'width'>
    | undefined
  /** Widest candidate in pixels. @default the source's width, where it is known */
  maxWidth?: number | undefined
  /** Density of screens beyond which more pixels are not worth their bytes, such as 2. @default no limit */
  maxDpr?: number | undefined
  /**
   * Named variants to choose from instead of options: the only way for private images. Their widths are those in
   * `defineDelivery`.
   *
   * @default where options cannot be used, all variants that keep the ratio
   */
  variants?: readonly VariantName<TDelivery>[] | undefined
  /** Signed URLs by variant name, for a private image that came without. @default the image's `urls` */
  signedUrls?: Readonly<Record<string, string>> | undefined
  /**
   * What is seen until the picture is loaded, without JavaScript and without a request: its average colour, nothing,
   * or what a function makes of its facts. A picture with transparent pixels never has one.
   *
   * @default 'color'
   */
  placeholder?: 'color' | 'none' | ((facts: ImageFacts) => string | undefined) | undefined
}
