import type { SlotOptions } from './SlotOptions.ts'

/** Widths just above where the needs of real devices cluster; multiples of 16. */
const rungs = [320, 480, 640, 832, 1088, 1216, 1456, 1920, 2560, 3840]

/** The widths that a picture's `srcset` should offer. */
export function widthLadder({
  layout = 'constrained',
  width = 0,
  maxWidth = Infinity,
}: SlotOptions): number[] {
  if (layout === 'fixed') return cap([width, 2 * width], maxWidth)
  if (layout === 'fullWidth')
    return cap(
      rungs.filter((rung) => rung >= 640),
      maxWidth,
    )
  const between = rungs.filter(
    (rung) =>
      rung > Math.min(width, 640) &&
      rung < 2 * width &&
      Math.abs(rung / width - 1) > 0.06 &&
      Math.abs(rung / (2 * width) - 1) > 0.07,
  )
  return cap(
    [...between, width, 2 * width].sort((a, b) => a - b),
    maxWidth,
  )
}

function cap(widths: number[], maxWidth: number): number[] {
  return [...new Set(widths.map((width) => Math.min(Math.round(width), maxWidth)))]
}
