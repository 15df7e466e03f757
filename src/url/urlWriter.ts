import { imageUrl } from './imageUrl.ts'
import type { Place } from './imageUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { wholePixels } from './wholePixels.ts'
import { writeOptions } from './writeOptions.ts'

/**
 * Writes the URLs of one image in several sizes, its options unchecked. What the sizes share is written once.
 *
 * @throws ImagesError `invalid-id`, and `invalid-options` for what has no written form.
 */
export function urlWriter(
  place: Place,
  imageId: string,
  shared: Omit<TransformOptions, 'width' | 'height'>,
): (width: number | undefined, height: number | undefined) => string {
  const isAuto = shared.format === 'auto'
  const others = writeOptions(isAuto ? { ...shared, format: undefined } : shared)
  const [before = '', after = ''] = imageUrl(place, imageId, '{leaf}').split('{leaf}')
  const rest = (others && `,${others}`) + after
  return (width, height) => {
    const wide = width === undefined ? '' : `width=${wholePixels(width)}`
    const high = height === undefined ? '' : `height=${wholePixels(height)}`
    return before + wide + (wide && high && ',') + high + rest
  }
}
