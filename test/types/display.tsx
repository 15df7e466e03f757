import {
  defineDelivery,
  getImageProps,
  ResponsiveImage,
  ResponsivePicture,
  thumbhashPlaceholder,
  VariantImage,
  withDelivery,
} from 'react-cloudflare-images'
import type { CloudflareImage } from 'react-cloudflare-images'
import type { ComponentProps } from 'react'
import { expectTypeOf } from 'vitest'
import type { DeliveryOf } from '../../src/display/RegisteredDelivery.ts'

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  variants: { avatar: { width: 192, height: 192, fit: 'cover' }, card: { width: 640 } },
})
declare const image: CloudflareImage

// Exactly one of id, image and src.
export const one = [
  <VariantImage key="" id="a" variant="avatar" alt="" />,
  <VariantImage key="" image={image} variant="avatar" />,
  <ResponsiveImage key="" src="/a.jpg" alt="" width={9} />,
  // @ts-expect-error none of the three
  <ResponsiveImage key="" alt="" />,
  // @ts-expect-error two of the three
  <ResponsiveImage key="" id="a" image={image} alt="" />,
  // @ts-expect-error perhaps none
  <ResponsiveImage key="" image={image as CloudflareImage | undefined} />,
]

// Words are needed, but with an image, whose facts may carry them.
export const words = [
  <ResponsiveImage key="" image={image} />,
  // @ts-expect-error no words
  <ResponsiveImage key="" id="a" />,
  // @ts-expect-error no words
  <VariantImage key="" src="/a.jpg" variant="avatar" />,
]

// A delivery knows its variants.
export const names = [
  <VariantImage key="" delivery={delivery} id="a" alt="" variant="card" />,
  <VariantImage
    key=""
    delivery={delivery}
    id="a"
    alt=""
    variant={['avatar', 'public']}
  />,
  // @ts-expect-error no such variant
  <VariantImage key="" delivery={delivery} id="a" alt="" variant="crad" />,
  // @ts-expect-error no such variant
  <ResponsiveImage key="" delivery={delivery} id="a" alt="" variants={['crad']} />,
  // @ts-expect-error an image needs a variant
  <VariantImage key="" delivery={delivery} id="a" alt="" />,
]

// So does a component that it is bound to.
const Avatar = withDelivery(VariantImage, delivery)
const Photo = withDelivery(ResponsiveImage, delivery)
expectTypeOf<ComponentProps<typeof Avatar>>()
  .toHaveProperty('variant')
  .exclude<readonly string[]>()
  .toEqualTypeOf<'avatar' | 'card' | 'public'>()
export const bound = [
  <Avatar key="" id="a" alt="" variant="avatar" />,
  <Photo key="" image={image} variants={['card']} />,
  // @ts-expect-error no such variant
  <Avatar key="" id="a" alt="" variant="avatr" />,
  // @ts-expect-error bound already
  <Photo key="" id="a" alt="" delivery={delivery} />,
  // @ts-expect-error no words
  <Photo key="" id="a" />,
]

// Any component with a prop `delivery` can be bound.
const Other = (_: { delivery?: typeof delivery; title: string }) => null
export const Bound = withDelivery(Other, delivery)
export const other = <Bound title="" />

// Without a register any name will do; with one, the registered names.
expectTypeOf<keyof DeliveryOf<object>['variants']>().toEqualTypeOf<string>()
expectTypeOf<keyof DeliveryOf<{ delivery: typeof delivery }>['variants']>().toEqualTypeOf<
  'avatar' | 'card' | 'public'
>()

// Options are typed.
getImageProps({
  delivery,
  id: 'a',
  alt: '',
  fit: 'cover',
  gravity: { x: 0.5, y: 0 },
  quality: 'low',
})
// @ts-expect-error no fit
getImageProps({ delivery, id: 'a', alt: '', fit: 'fill' })
// @ts-expect-error not for hosted images
getImageProps({ delivery, id: 'a', alt: '', options: { onerror: 'redirect' } })
// @ts-expect-error decided by width
getImageProps({ delivery, id: 'a', alt: '', options: { width: 4 } })
// @ts-expect-error no such variant
getImageProps({ delivery, id: 'a', alt: '', variant: 'crad' })

// What an `<img>` takes passes through, but for what the component decides.
export const through = [
  <ResponsiveImage
    key=""
    id="a"
    alt=""
    className="round"
    onLoad={() => {}}
    data-test="1"
  />,
  // @ts-expect-error decided by the component
  <ResponsiveImage key="" id="a" alt="" srcSet="a 1x" />,
]

// Only a picture has sources, bound or not.
const Picture = withDelivery(ResponsivePicture, delivery)
const Photograph = withDelivery(ResponsiveImage, delivery)
const wide = '(min-width: 800px)'
export const sources = [
  <Picture key="" id="a" alt="" width={9} sources={[{ media: wide, width: 18 }]} />,
  <Picture
    key=""
    image={image}
    sources={[{ media: wide, variants: ['card'] }]}
    animated
  />,
  // @ts-expect-error a source without its media query
  <Picture key="" image={image} sources={[{ width: 18 }]} />,
  // @ts-expect-error no such variant
  <Picture key="" image={image} sources={[{ media: wide, variants: ['crad'] }]} />,
  // @ts-expect-error an image has none
  <Photograph key="" id="a" alt="" width={9} sources={[]} />,
  <Photograph key="" image={image} placeholder={thumbhashPlaceholder} />,
]
