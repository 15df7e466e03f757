import { seesWidth, useCsp, useDelivery, useImageRef } from '#delivery'
import type { ReactElement } from 'react'
import { preload } from 'react-dom'
import type { Delivery } from '../url/Delivery.ts'
import type { RegisteredDelivery } from './RegisteredDelivery.ts'
import type { ResponsivePictureOptions } from './ResponsivePictureOptions.ts'
import { responsivePictureProps } from './responsivePictureProps.ts'

/** A picture that differs from screen to screen. */
export type ResponsivePictureProps<TDelivery extends Delivery = RegisteredDelivery> =
  ResponsivePictureOptions<TDelivery>

/**
 * Shows another crop or another image where a media query holds: art direction, dark and light, less motion. Works in
 * Server Components, where it ships no JavaScript.
 *
 * With `priority`, the one source that the screen needs is loaded before all else, and no other.
 *
 * @example
 * ```tsx
 * import { ResponsivePicture } from 'react-cloudflare-images'
 *
 * export function Hero() {
 *   return (
 *     <ResponsivePicture
 *       id="samples/coast"
 *       alt="A coast at dusk"
 *       layout="fullWidth"
 *       aspectRatio={1}
 *       sources={[{ media: '(min-width: 800px)', aspectRatio: 3 }]}
 *       priority
 *     />
 *   )
 * }
 * ```
 * @throws ImagesError `invalid-options`, `no-delivery`, `invalid-id`, `unknown-variant`, `private-image`.
 */
export function ResponsivePicture<TDelivery extends Delivery = RegisteredDelivery>(
  props: ResponsivePictureProps<TDelivery>,
): ReactElement {
  const delivery = useDelivery(props.delivery)
  const csp = useCsp(props.csp)
  const held = useImageRef(props)
  const known = Object.assign({}, props, { delivery, csp, ref: held })
  const { sources, img, preloads } = responsivePictureProps(known, seesWidth)
  for (const { href, options } of preloads) preload(href, options)
  return (
    <picture>
      {sources.map((source) => (
        <source key={source.media} {...source} />
      ))}
      {/* oxlint-disable-next-line jsx-a11y/alt-text -- the props always hold alt */}
      <img {...img} />
    </picture>
  )
}
