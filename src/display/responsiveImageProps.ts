import { isDevelopment } from '#development'
import { readImageFacts } from '../api/readImageFacts.ts'
import type { Delivery } from '../url/Delivery.ts'
import { checkResponsive } from './checkResponsive.ts'
import { checkSource } from './checkSource.ts'
import { commonProps } from './commonProps.ts'
import { imageBox } from './imageBox.ts'
import type { ImgProps } from './ImgAttributes.ts'
import { placeholderStyle } from './placeholderStyle.ts'
import type { ResponsiveImageOptions } from './ResponsiveImageOptions.ts'
import { responsiveUrls } from './responsiveUrls.ts'
import { watchImage } from './watchImage.ts'

/**
 * The `<img>` of a picture that comes in the size that the screen needs; `seesWidth` where the browser may see for
 * itself how wide that is.
 *
 * @throws ImagesError
 */
export function responsiveImageProps(
  given: ResponsiveImageOptions<Delivery>,
  seesWidth = true,
): ImgProps {
  checkSource(given)
  const {
    id,
    image,
    src,
    alt,
    delivery,
    csp,
    priority,
    layout,
    width,
    height,
    aspectRatio,
    sizes,
    fit,
    gravity,
    quality,
    options,
    maxWidth,
    maxDpr,
    variants,
    signedUrls,
    placeholder,
    style,
    ...rest
  } = given
  const facts = image && readImageFacts(image)
  const box = imageBox(given, facts)
  if (isDevelopment) checkResponsive(given, box)
  const common = commonProps(given, facts)
  const isAuto = seesWidth && (rest.loading ?? common.loading) === 'lazy'
  const urls = responsiveUrls(given, { box, facts, isAuto })
  if (isDevelopment) watchImage(urls.src)
  return {
    ...urls,
    width: box.width,
    height: box.height,
    ...common,
    ...rest,
    ...(csp
      ? {
          style,
          'data-rci-layout': layout ?? 'constrained',
          'data-rci-frame': box.isFrame || undefined,
        }
      : {
          style: { ...box.style, ...placeholderStyle(placeholder, facts, box), ...style },
        }),
  }
}
