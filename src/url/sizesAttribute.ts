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
  const densities = [4, 3, 2].filter((density) => density > maxDpr)
  return [...densities, 0]
    .flatMap((density) =>
      steps.map(([from, size]) => {
        // A screen belongs to a density from halfway between it and the one below.
        const least = (density + Math.max(maxDpr, density - 1)) / 2
        const queries = [
          from && `(min-width: ${from}px)`,
          density && `(min-resolution: ${least}dppx)`,
        ]
        const query = queries.filter(Boolean).join(' and ')
        return (query && `${query} `) + scale(size, density ? maxDpr / density : 1)
      }),
    )
    .join(', ')
}

function scale(size: SlotSize, factor: number): string {
  const [, number, unit] = /^([\d.]+)([a-z]*)$/.exec(String(size)) ?? []
  if (number) return `${Math.round(Number(number) * factor * 100) / 100}${unit || 'px'}`
  return factor === 1
    ? String(size)
    : `calc((${size}) * ${Math.round(factor * 1000) / 1000})`
}
