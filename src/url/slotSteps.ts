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
  const whole = layout === 'fixed' ? { base: width } : { base: '100vw' }
  const slot =
    sizes ?? (layout && layout !== 'constrained' ? whole : { ...whole, [width!]: width })
  return Object.entries(slot)
    .map(([from, size]) => [Number(from) || 0, readSize(size)] as const)
    .sort(([a], [b]) => a - b)
}

function readSize(size: SlotSize | undefined): SlotSize {
  const pixels = Number(`${size}`.replace('px', ''))
  if (pixels > 0 && pixels < Infinity) return pixels
  if (typeof size === 'string') return size
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `${String(size)} is no width for a slot, so no widths can be chosen for its pictures. Give \`width\` or \`sizes\` in CSS pixels, or the layout fullWidth.`
      : '',
  )
}
