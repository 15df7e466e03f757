import type { ImageFacts } from './ImageFacts.ts'

/** The facts that every picture on a page needs: its size, and its words where it has some. */
export type ImageSizeFacts = Pick<ImageFacts, 'w' | 'h' | 'alt'>

/** Size and words alone, checked as `readImageFacts` does, for a page that needs no more. */
export function readImageSize(image: {
  meta?: Readonly<Record<string, unknown>> | null | undefined
}): ImageSizeFacts | undefined {
  const { w, h, alt } = Object(image.meta?.['rci']) as Record<string, unknown> // bytes enter here
  if (!isSide(w) || !isSide(h)) return undefined
  return typeof alt === 'string' ? { w, h, alt } : { w, h }
}

/** Whether `value` can be a number of pixels or frames. */
export function isSide(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= 1e6
}
