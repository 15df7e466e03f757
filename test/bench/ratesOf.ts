import { median } from './createReport.ts'

/** Runs of each case, in turns, so that all of them meet the same machine. */
const rounds = 21

/**
 * Calls each function with the numbers from 0 up to `count`, again and again in turns with the others, and gives how
 * many calls a second the middle round made. Each result is read at one place, so that no text stays a mere promise of one.
 */
export function ratesOf(
  cases: ReadonlyMap<string, (index: number) => string>,
  count: number,
): Map<string, number> {
  const times = new Map([...cases.keys()].map((name) => [name, [] as number[]]))
  let sum = 0
  for (let round = -3; round < rounds; round++) {
    for (const [name, run] of cases) {
      const began = performance.now()
      for (let index = 0; index < count; index++) sum += run(index).charCodeAt(0)
      if (round >= 0) times.get(name)!.push(performance.now() - began)
    }
  }
  if (sum === 0) throw new Error('Nothing was made.')
  return new Map(
    Array.from(times, ([name, all]) => [name, (count / median(all)) * 1000] as const),
  )
}

/** Ratios and figures side by side, the fastest first. */
export function table(rates: ReadonlyMap<string, number>, unit: string): string[] {
  return [...rates]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([name, rate]) =>
        `${(rate / rates.get(unit)!).toFixed(3).padStart(9)}  ${Math.round(rate).toLocaleString('en').padStart(10)} a second  ${name}`,
    )
}
