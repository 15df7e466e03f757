import { isDevelopment } from '#development'
import type { Delivery } from '../url/Delivery.ts'
import { commonProps } from './commonProps.ts'
import { hasOneUrl } from './hasOneUrl.ts'
import type { ImgProps } from './ImgAttributes.ts'
import { namedUrl } from './namedUrl.ts'
import { readSource } from './readSource.ts'
import type { VariantImageOptions } from './VariantImageOptions.ts'
import { variantSize } from './variantSize.ts'
import { warnOnce } from './warnOnce.ts'

/** The `<img>` of a picture in a named variant. @throws ImagesError */
export function variantImageProps(options: VariantImageOptions<Delivery>): ImgProps {
  const {
    id,
    image,
    src,
    delivery,
    csp,
    variant,
    alt,
    priority,
    width,
    height,
    ...rest
  } = options
  const source = readSource(options)
  const names: readonly string[] = typeof variant === 'string' ? [variant] : variant
  const [name = ''] = names
  const urls = (hasOneUrl(source) ? [name] : names).map((each) => namedUrl(source, each))
  const size = variantSize(delivery?.variants[name] ?? {}, source.facts)
  const shown =
    width || height ? { width, height } : { width: size.width, height: size.height }
  if (isDevelopment && !(shown.width && shown.height)) {
    warnOnce(
      `The size of "${source.id ?? src}" in the variant "${name}" is not known before it is loaded, so the page will jump. Give width and height to the image or to the variant in defineDelivery, or pass the image object with its facts.`,
    )
  }
  return {
    src: urls[0],
    ...(urls[1] && {
      srcSet: urls.map((url, index) => `${url} ${index + 1}x`).join(', '),
    }),
    ...shown,
    ...commonProps(source, options),
    ...rest,
    ...(size.isFrame &&
      (csp
        ? { 'data-rci-frame': true }
        : { style: { objectFit: 'contain', ...rest.style } })),
  }
}
