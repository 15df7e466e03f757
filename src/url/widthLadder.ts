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
  const { layout, maxDpr = 2, maxWidth = Infinity } = options
  const density = Math.max(maxDpr, 1) || 1
  const scale = Math.min(density, 2) / 2
  const steps = slotSteps(options)
  const ladder: number[] = []
  const add = (width: number, apart = 0.08) => {
    const pixels = Math.max(Math.round(Math.min(width, maxWidth, 12_000)), 1) || 1
    if (ladder.every((other) => Math.abs(pixels / other - 1) > apart)) ladder.push(pixels)
  }
  for (const [, size] of steps) {
    if (typeof size === 'string') continue
    for (const times of [1, 2, density]) add(size * Math.min(times, density), 0)
    // Beneath the rungs something has to stand between 1x and 2x, for the desktops in between.
    if (size < 480 && layout !== 'fixed') add(size * Math.min(1.5, density))
  }
  for (const [index, [from, size]] of steps.entries()) {
    if (typeof size === 'number') continue
    const to = Math.min(steps[index + 1]?.[0] ?? Infinity, 2560)
    const share = Number(/([\d.]+)vw/.exec(size)?.[1]) / 100 || 1
    for (const rung of rungs) {
      const pixels = rung * scale
      const least = Math.max(from, Math.min(to, 832 * scale))
      if (pixels >= least && pixels <= to * density) add(pixels * share)
    }
  }
  return ladder.sort((a, b) => a - b)
}

/**
 * Just above where the pixels of full-width screens cluster: phones around 750, 828, 1080 to 1206 and 1320, tablets,
 * and desktops. Multiples of 16, the block of most encoders. `test/url/ladder` has the devices and the figures.
 */
const rungs = [3840, 3072, 2560, 1920, 1680, 1376, 1216, 1088, 832, 752, 640]
