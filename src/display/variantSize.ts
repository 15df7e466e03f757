import type { ImageSizeFacts } from '../api/readImageSize.ts'
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
  { width, height, fit }: VariantDefinition | undefined = {},
  facts: ImageSizeFacts | undefined,
): ImageSize {
  const fills = width && height && /cover|crop|pad/.test(fit ?? '')
  if (!facts || fills) return { width, height, isFrame: !fills && !!width && !!height }
  const room = Math.min((width ?? Infinity) / facts.w, (height ?? Infinity) / facts.h)
  const scale = fit === 'contain' && room < Infinity ? room : Math.min(room, 1)
  return { width: Math.round(facts.w * scale), height: Math.round(facts.h * scale) }
}
