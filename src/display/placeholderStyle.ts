import type { CSSProperties } from 'react'
import type { ImageFacts } from '../api/ImageFacts.ts'
import type { ImageBox } from './imageBox.ts'
import type { ResponsiveProps } from './ResponsiveImageOptions.ts'
import type { Delivery } from '../url/Delivery.ts'

/**
 * What is seen behind a picture until it covers it. Nothing where it never would: behind transparent pixels, and in a
 * frame that it does not fill.
 */
export function placeholderStyle(
  placeholder: ResponsiveProps<Delivery>['placeholder'],
  facts: ImageFacts | undefined,
  { isFrame }: ImageBox,
): CSSProperties | undefined {
  if (!facts || facts.a || isFrame || placeholder === 'none') return undefined
  const background = typeof placeholder === 'function' ? placeholder(facts) : facts.c
  return background ? { background } : undefined
}
