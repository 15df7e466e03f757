import { isDevelopment } from '#development'
import { readImageSize } from '../api/readImageSize.ts'
import type { Delivery } from '../url/Delivery.ts'
import { checkSource } from './checkSource.ts'
import { commonProps } from './commonProps.ts'
import type { ImgProps } from './ImgAttributes.ts'
import { namedUrl } from './namedUrl.ts'
import type { VariantImageOptions } from './VariantImageOptions.ts'
import { variantSize } from './variantSize.ts'
import { warnOnce } from './warnOnce.ts'
import { watchImage } from './watchImage.ts'

/** The `<img>` of a picture in a named variant. @throws ImagesError */
export function variantImageProps(options: VariantImageOptions<Delivery>): ImgProps {
  checkSource(options)
  const { id, image, src, delivery, csp, variant, alt, priority, ...rest } = options
  const facts = image && readImageSize(image)
  const names: string[] = [variant].flat()
  const urls = names.map((name) => namedUrl(options, name))
  const size = variantSize(delivery?.variants[names[0]!], facts)
  const props: ImgProps = {
    src: urls[0],
    srcSet: urls[1] && urls.map((url, index) => `${url} ${index + 1}x`).join(', '),
    ...(!rest.width && !rest.height && size),
    ...commonProps(options, facts),
    ...rest,
  }
  if (isDevelopment) watchImage(props.src)
  if (isDevelopment && !(props.width && props.height)) {
    warnOnce(
      `The size of "${id ?? image?.id ?? src}" in the variant "${names[0]}" is not known before it is loaded, so the page will jump. Give width and height to the image or to the variant in defineDelivery, or pass the image object with its facts.`,
    )
  }
  return props
}
