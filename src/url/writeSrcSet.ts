import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { imageUrl } from './imageUrl.ts'
import type { Place } from './imageUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { writeOptions } from './writeOptions.ts'

/** The options that all candidates share, and what differs between them. */
export interface SrcSetOptions extends TransformOptions {
  /** Widths of the candidates in pixels, as `widthLadder` gives them. */
  widths: readonly number[]
  /** Width divided by height, which gives each candidate its height. @default that of `width` and `height`, where both are given */
  aspectRatio?: number | undefined
}

/**
 * The `srcset` of an image, its options unchecked: one candidate for each width.
 *
 * @throws ImagesError `invalid-id`, and `invalid-options` for what has no written form.
 */
export function writeSrcSet(
  place: Place,
  imageId: string,
  { widths, aspectRatio, width, height, format, ...shared }: SrcSetOptions,
): string {
  const ratio = aspectRatio ?? (Number(width) / Number(height) || undefined)
  const others = writeOptions({
    ...shared,
    height: ratio === undefined ? height : undefined,
    format: format === 'auto' ? undefined : format,
  })
  const [before, after] = imageUrl(place, imageId, '{leaf}').split('{leaf}')
  const rest = (others && `,${others}`) + after
  let srcSet = ''
  for (const candidate of widths) {
    const pixels = whole(candidate)
    const high = ratio === undefined ? '' : `,height=${whole(pixels / ratio)}`
    srcSet += `${srcSet && ', '}${before}width=${pixels}${high}${rest} ${pixels}w`
  }
  return srcSet
}

function whole(value: number): number {
  if (value > 0 && value < Infinity) return Math.round(value) || 1
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `A candidate of a srcset cannot be ${value} pixels wide or high: browsers would ignore the attribute. Give widths as widthLadder does, and a ratio such as 3 / 2.`
      : '',
  )
}
