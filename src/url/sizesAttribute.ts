import type { SlotOptions } from './SlotOptions.ts'

/** The `sizes` attribute that belongs to the ladder of the same slot. */
export function sizesAttribute({
  layout = 'constrained',
  width,
  sizes,
}: SlotOptions): string {
  if (sizes) {
    const { base, ...steps } = sizes
    return [
      ...Object.entries(steps)
        .map(([minWidth, size]) => [Number(minWidth), size] as const)
        .sort(([a], [b]) => b - a)
        .map(([minWidth, size]) => `(min-width: ${minWidth}px) ${css(size)}`),
      css(base),
    ].join(', ')
  }
  if (layout === 'fullWidth' || width === undefined) return '100vw'
  return layout === 'fixed' ? css(width) : `(min-width: ${width}px) ${width}px, 100vw`
}

const css = (size: number | string): string =>
  typeof size === 'number' ? `${size}px` : size
