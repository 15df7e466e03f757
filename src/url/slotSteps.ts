import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { SlotOptions, SlotSize } from './SlotOptions.ts'

/** From which viewport width on a slot has which width. */
export type SlotStep = readonly [minWidth: number, size: SlotSize]

/**
 * The widths of a slot by viewport, the smallest viewport first.
 *
 * @throws ImagesError `invalid-options` where no width is known, or one is no length.
 */
export function slotSteps({
  layout = 'constrained',
  maxWidth,
  width = maxWidth,
  sizes,
}: SlotOptions): SlotStep[] {
  if (sizes) {
    const { base, ...steps } = sizes
    return [
      [0, base] as const,
      ...Object.entries(steps).map(([from, size]) => [+from, size] as const),
    ]
      .sort(([a], [b]) => a - b)
      .map(checkStep)
  }
  if (layout === 'fullWidth') return [[0, '100vw']]
  const slot = checkStep([0, width ?? Number.NaN])
  return layout === 'fixed'
    ? [slot]
    : [
        [0, '100vw'],
        [width ?? 0, slot[1]],
      ]
}

function checkStep(step: SlotStep): SlotStep {
  const [from, size] = step
  if (from >= 0 && (typeof size === 'string' || (size > 0 && size < Infinity)))
    return step
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `${size} is no width for a slot, so no widths can be chosen for it. Give \`width\` or \`sizes\` in CSS pixels, or the layout fullWidth.`
      : 'Invalid slot width',
  )
}
