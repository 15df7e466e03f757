import { isDevelopment } from '#development'
import type { Delivery } from '../url/Delivery.ts'
import { checkResponsive } from './checkResponsive.ts'
import { commonProps } from './commonProps.ts'
import { imageBox } from './imageBox.ts'
import type { ImgProps } from './ImgAttributes.ts'
import { placeholderStyle } from './placeholderStyle.ts'
import { readSource } from './readSource.ts'
import type { ResponsiveImageOptions } from './ResponsiveImageOptions.ts'
import { responsiveUrls } from './responsiveUrls.ts'

/** The `<img>` of a picture that comes in the size that the screen needs. @throws ImagesError */
export function responsiveImageProps(given: ResponsiveImageOptions<Delivery>): ImgProps {
  const { id, image, src, alt, delivery, csp, priority, layout, width, height, ...more } =
    given
  const {
    aspectRatio,
    sizes,
    fit,
    gravity,
    quality,
    options,
    maxWidth,
    maxDpr,
    ...others
  } = more
  const { variants, signedUrls, placeholder, style, ...rest } = others
  const source = readSource(given)
  const box = imageBox(given, source.facts)
  if (isDevelopment) checkResponsive(given, source, box)
  const common = commonProps(source, given)
  const isLazy = (rest.loading ?? common.loading) === 'lazy'
  return {
    ...responsiveUrls(source, box, { ...given, isLazy }),
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
          style: {
            ...box.style,
            ...placeholderStyle(placeholder, source.facts, box),
            ...style,
          },
        }),
  }
}
