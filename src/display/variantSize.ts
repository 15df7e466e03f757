import type { ImageFacts } from '../api/ImageFacts.ts'
import type { VariantDefinition } from '../url/Delivery.ts'

/** Width and height on the page, as far as they are known before a picture is loaded. */
export interface ImageSize {
  width?: number | undefined
  height?: number | undefined
  /** Whether it is the size of a frame, which the picture may fill in one direction only. */
  isFrame?: boolean | undefined
}

/**
 * The size in which a named variant delivers a picture.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#fit
 */
export function variantSize(
  { width, height, fit }: VariantDefinition,
  facts: ImageFacts | undefined,
): ImageSize {
  if (width && height && (fit === 'cover' || fit === 'pad' || fit === 'crop')) {
    return fit === 'crop' && facts
      ? { width: Math.min(width, facts.w), height: Math.min(height, facts.h) }
      : { width, height }
  }
  if (!facts) return { width, height, isFrame: !!width && !!height }
  const room = Math.min(
    width ? width / facts.w : Infinity,
    height ? height / facts.h : Infinity,
  )
  const scale = fit === 'contain' && room < Infinity ? room : Math.min(room, 1)
  return { width: Math.round(facts.w * scale), height: Math.round(facts.h * scale) }
}
