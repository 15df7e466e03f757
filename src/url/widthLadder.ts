import type { SlotOptions } from './SlotOptions.ts'
import { slotSteps } from './slotSteps.ts'

/**
 * The widths that a picture's `srcset` should offer: those of its slot exactly, and rungs where it follows the viewport.
 *
 * The rungs stand just above the widths that screens ask for, and a rung near another candidate is left out: fewer
 * candidates than the usual lists of devices, and fewer pixels sent in vain.
 *
 * @example
 * ```ts
 * import { widthLadder } from 'react-cloudflare-images/url'
 *
 * widthLadder({ layout: 'constrained', width: 800 }) // [800, 1088, 1216, 1376, 1600]
 * ```
 * @see https://developers.cloudflare.com/images/optimization/make-responsive-images/
 * @throws ImagesError `invalid-options` where the width of the slot is not known.
 */
export function widthLadder(options: SlotOptions): number[] {
  const { layout, maxDpr = 2, maxWidth } = options
  const density = maxDpr > 1 ? maxDpr : 1
  const exact: number[] = []
  const halfway: number[] = []
  const between: number[] = []
  const steps = slotSteps(options)
  for (const [index, [from, size]] of steps.entries()) {
    const pixels = pixelsOf(size)
    if (pixels) {
      exact.push(...[1, 2, density].map((times) => pixels * Math.min(times, density)))
      // Beneath the rungs something has to stand between 1x and 2x, for the desktops in between.
      if (pixels < 480 && layout !== 'fixed')
        halfway.push(pixels * Math.min(1.5, density))
    } else {
      const to = Math.min(steps[index + 1]?.[0] ?? Infinity, 2560)
      const scale = Math.min(density, 2) / 2
      const lowest = Math.max(from, Math.min(to, 832 * scale))
      for (const rung of rungs.map((width) => width * scale)) {
        if (rung >= lowest && rung <= to * density)
          between.push(rung * shareOfViewport(size))
      }
    }
  }
  const limit = maxWidth !== undefined && maxWidth >= 1 ? Math.floor(maxWidth) : Infinity
  return select(
    exact,
    [...halfway, ...between.sort((a, b) => b - a)],
    Math.min(limit, 12_000),
  )
}

/**
 * Just above where the pixels of full-width screens cluster: phones around 750, 828, 1080 to 1206 and 1320, tablets,
 * and desktops. Multiples of 16, the block of most encoders. `test/url/ladder` has the devices and the figures.
 */
const rungs = [640, 752, 832, 1088, 1216, 1376, 1680, 1920, 2560, 3072, 3840]

function pixelsOf(size: number | string): number {
  return typeof size === 'number' ? size : Number(/^([\d.]+)px$/.exec(size)?.[1] ?? 0)
}

function shareOfViewport(size: number | string): number {
  return Number(/([\d.]+)vw/.exec(String(size))?.[1]) / 100 || 1
}

/** Keeps what is exact, and of the others what is more than 8 % away from all that is kept before it. */
function select(exact: number[], between: number[], limit: number): number[] {
  const all = [...exact, ...between]
  const kept = exact.filter((width) => width < limit)
  if (all.some((width) => width >= limit)) kept.push(limit)
  for (const width of between) {
    if (width < limit && kept.every((other) => Math.abs(width / other - 1) > 0.08))
      kept.push(width)
  }
  return [...new Set(kept.map((width) => Math.max(1, Math.round(width))))].sort(
    (a, b) => a - b,
  )
}
