import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { SlotOptions, SlotSize } from './SlotOptions.ts'

/** From which viewport width on a slot has which width. */
export type SlotStep = readonly [minWidth: number, size: SlotSize]

/**
 * The widths of a slot by viewport, the smallest viewport first; lengths in px as numbers.
 *
 * @throws ImagesError `invalid-options` where no width is known, or one is no length.
 */
export function slotSteps({
  layout,
  maxWidth,
  width = maxWidth,
  sizes,
}: SlotOptions): SlotStep[] {
  if (sizes) {
    return Object.entries(sizes)
      .map(([from, size]) => [Number(from) || 0, readSize(size)] as const)
      .sort(([a], [b]) => a - b)
  }
  if (layout && layout !== 'constrained')
    return [[0, layout === 'fixed' ? readSize(width) : '100vw']]
  const wide = readSize(width)
  return [
    [0, '100vw'],
    [Number(wide) || 0, wide],
  ]
}

function readSize(size: SlotSize | undefined): SlotSize {
  const pixels = Number(typeof size === 'string' ? size.replace('px', '') : size)
  if (pixels > 0 && pixels < Infinity) return pixels
  if (typeof size === 'string') return size
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `${String(size)} is no width for a slot, so no widths can be chosen for its pictures. Give \`width\` or \`sizes\` in CSS pixels, or the layout fullWidth.`
      : '',
  )
}
