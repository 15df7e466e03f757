import type { ElementType, ReactElement, ReactNode } from 'react'
import type { Delivery } from '../url/Delivery.ts'
import type { ResponsiveImage, ResponsiveImageProps } from './ResponsiveImage.tsx'
import type { ResponsivePictureProps } from './ResponsivePicture.tsx'
import type { VariantImage, VariantImageProps } from './VariantImage.tsx'

/** The props of a component of ours once its delivery is bound. */
type Bound<TProps> = TProps extends unknown ? Omit<TProps, 'delivery'> : never

/** The props of the one of the two that is meant: only a picture has sources. */
type ResponsiveProps<
  TComponent extends typeof ResponsiveImage,
  TDelivery extends Delivery,
> = 'sources' extends keyof Parameters<TComponent>[0]
  ? ResponsivePictureProps<TDelivery>
  : ResponsiveImageProps<TDelivery>

/**
 * Binds the prop `delivery` of a component, so that it need not be repeated; the names of the variants become known.
 *
 * Needed in Server Components, which have no context to read a provider's delivery from.
 *
 * @example
 * ```tsx
 * import { defineDelivery, VariantImage, withDelivery } from 'react-cloudflare-images'
 *
 * const delivery = defineDelivery({
 *   accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
 *   variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
 * })
 *
 * export const Avatar = withDelivery(VariantImage, delivery)
 * ```
 */
export function withDelivery<
  const TDelivery extends Delivery,
  TComponent extends typeof ResponsiveImage,
>(
  Component: TComponent,
  delivery: TDelivery,
): (props: Bound<ResponsiveProps<TComponent, TDelivery>>) => ReactElement
export function withDelivery<const TDelivery extends Delivery>(
  Component: typeof VariantImage,
  delivery: TDelivery,
): (props: Bound<VariantImageProps<TDelivery>>) => ReactElement
export function withDelivery<TProps extends { delivery?: Delivery | undefined }>(
  Component: (props: TProps) => ReactNode,
  delivery: NonNullable<TProps['delivery']>,
): (props: Bound<TProps>) => ReactElement
export function withDelivery(
  Image: ElementType,
  delivery: Delivery,
): (props: object) => ReactElement {
  return function ImageWithDelivery(props) {
    return <Image {...props} delivery={delivery} />
  }
}
