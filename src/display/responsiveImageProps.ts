import { isDevelopment } from '#development'
import { readImageFacts } from '../api/readImageFacts.ts'
import type { Delivery } from '../url/Delivery.ts'
import { addOthers } from './addOthers.ts'
import { checkResponsive } from './checkResponsive.ts'
import { checkSource } from './checkSource.ts'
import { commonProps } from './commonProps.ts'
import { imageBox } from './imageBox.ts'
import type { ImgAttributes, ImgProps } from './ImgAttributes.ts'
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
  const { image, csp, layout, placeholder, style } = given
  const facts = image && readImageFacts(image)
  const box = imageBox(given, facts)
  if (isDevelopment) checkResponsive(given, box)
  const props = commonProps(given, facts)
  const isAuto = seesWidth && (given.loading ?? props.loading) === 'lazy'
  const { width, height } = box
  Object.assign(props, responsiveUrls(given, { box, facts, isAuto }), { width, height })
  if (isDevelopment) watchImage(props.src)
  if (csp) {
    const frame = box.isFrame || undefined
    const data = { 'data-rci-layout': layout ?? 'constrained', 'data-rci-frame': frame }
    Object.assign(props, { style }, data)
  } else {
    props.style = Object.assign(
      box.style,
      placeholderStyle(placeholder, facts, box),
      style,
    )
  }
  addOthers<ImgAttributes>(props, given, own)
  return props
}

/** What is not passed through. */
const own: ReadonlySet<string> = new Set(
  'id image src alt delivery csp priority layout width height aspectRatio sizes fit gravity quality options maxWidth maxDpr variants signedUrls placeholder style'.split(
    ' ',
  ),
)
