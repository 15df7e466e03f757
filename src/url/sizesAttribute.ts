import { slotSteps } from './slotSteps.ts'
import type { SlotOptions, SlotSize } from './SlotOptions.ts'

/**
 * The `sizes` attribute that goes with the `widthLadder` of the same slot.
 *
 * With `maxDpr`, denser screens are told a smaller slot, so that they choose a candidate of that density. (Browsers
 * ignore this where `sizes` begins with `auto`.)
 *
 * @example
 * ```ts
 * import { sizesAttribute } from 'react-cloudflare-images/url'
 *
 * sizesAttribute({ layout: 'constrained', width: 800 }) // '(min-width: 800px) 800px, 100vw'
 * ```
 * @throws ImagesError `invalid-options` where the width of the slot is not known.
 */
export function sizesAttribute(options: SlotOptions): string {
  const { maxDpr = Infinity } = options
  const steps = slotSteps(options).reverse()
  const texts: string[] = []
  for (const density of [4, 3, 2, 0]) {
    if (density && density <= maxDpr) continue
    // Screens between two densities count as the denser one from a little below the middle on.
    const dense = density ? `(min-resolution: ${density - 0.4}dppx)` : ''
    for (const [from, size] of steps) {
      const wide = from ? `(min-width: ${from}px)` : ''
      const query = wide && dense ? `${wide} and ${dense}` : wide || dense
      texts.push((query && `${query} `) + scale(size, density && maxDpr / density))
    }
  }
  return texts.join(', ')
}

function scale(size: SlotSize, factor: number): string {
  if (typeof size === 'number') return `${Math.round(size * (factor || 1))}px`
  return factor ? `calc(${size} * ${Math.round(factor * 1000) / 1000})` : size
}
