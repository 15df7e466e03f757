import { readImageSize } from './readImageSize.ts'

/** The focal point alone, checked as `readImageFacts` does, for a page that needs no more. */
export function readFocalPoint(image: {
  meta?: Readonly<Record<string, unknown>> | null | undefined
}): [x: number, y: number] | undefined {
  const { f } = Object(image.meta?.['rci']) as Record<string, unknown> // bytes enter here
  return readImageSize(image) && isFocalPoint(f) ? [f[0], f[1]] : undefined
}

/** Whether `value` is a point as it travels: two shares of width and height. */
export function isFocalPoint(value: unknown): value is [number, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((at) => typeof at === 'number' && at >= 0 && at <= 1)
  )
}
