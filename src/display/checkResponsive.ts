import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from '../url/Delivery.ts'
import type { ImageBox } from './imageBox.ts'
import type { ResponsiveImageOptions } from './ResponsiveImageOptions.ts'
import { warnOnce } from './warnOnce.ts'

/**
 * Says in development what would be wrong or costly in production.
 *
 * @throws ImagesError `invalid-options`, `private-image`.
 */
export function checkResponsive(
  given: ResponsiveImageOptions<Delivery>,
  box: ImageBox,
): void {
  for (const name of ['width', 'height', 'aspectRatio', 'maxWidth', 'maxDpr'] as const) {
    const value = given[name]
    if (
      value !== undefined &&
      !(typeof value === 'number' && value > 0 && value <= 12_000)
    ) {
      throw new ImagesError(
        'invalid-options',
        `${name}={${String(value)}} is no size of a picture. Give a number above 0 and up to 12000, the most that Cloudflare makes.`,
      )
    }
  }
  const { image, src } = given
  const what = image?.id ?? given.id ?? src
  if (
    image?.requireSignedURLs &&
    (given.fit || given.gravity || given.quality || given.options)
  ) {
    throw new ImagesError(
      'private-image',
      `The image ${what} is private, and Cloudflare delivers private images in named variants only. Leave out fit, gravity, quality and options, and name the variants.`,
    )
  }
  if (!box.width && given.layout !== 'fullWidth') {
    throw new ImagesError(
      'invalid-options',
      `It is not known how large ${what} is, so neither is which sizes to offer. Give width, or image with its facts, or layout="fullWidth".`,
    )
  }
  if (!box.height) {
    warnOnce(
      `The ratio of ${what} is not known before it is loaded, so the page will jump. Give height or aspectRatio, or image with its facts.`,
    )
  }
}
