import type { ImageSizeFacts } from '../api/readImageSize.ts'
import type { VariantDefinition } from '../url/Delivery.ts'

/** Width and height on the page, where they are known before a picture is loaded. */
export interface ImageSize {
  width?: number
  height?: number
}

/**
 * The size in which a named variant delivers a picture; empty where only the picture knows.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#fit
 */
export function variantSize(
  { width, height, fit = 'scale-down' }: VariantDefinition | undefined = {},
  facts: ImageSizeFacts | undefined,
): ImageSize {
  if (width && height && /cover|crop|pad/.test(fit)) return { width, height }
  if (!facts) return {}
  const room = Math.min((width ?? Infinity) / facts.w, (height ?? Infinity) / facts.h)
  const scale = Math.min(room, fit === 'contain' ? room : 1)
  return { width: Math.round(facts.w * scale), height: Math.round(facts.h * scale) }
}
