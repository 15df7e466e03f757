import { loadavg } from 'node:os'

/** Figures of one file, each beside its budget. */
export interface Report {
  /** Says a figure, and whether it keeps its budget. */
  readonly figure: (
    what: string,
    value: number,
    budget: { atMost: number } | { atLeast: number },
  ) => void
  /** Says something that has no budget. */
  readonly note: (text: string) => void
  /** Says how many figures keep their budgets; the exit code too. */
  readonly end: () => void
}

/** Starts a report: `<name>: N passed, N failed` is its last line. */
export function createReport(name: string): Report {
  let passed = 0
  let failed = 0
  const load = () => loadavg()[0]!.toFixed(1)
  console.log(`\n${name}, load of the machine ${load()}`)
  return {
    figure: (what, value, budget) => {
      const kept = 'atMost' in budget ? value <= budget.atMost : value >= budget.atLeast
      const words =
        'atMost' in budget ? `at most ${budget.atMost}` : `at least ${budget.atLeast}`
      if (kept) passed += 1
      else failed += 1
      const figure = Number.isInteger(value) ? value : value.toFixed(3)
      console.log(`  ${kept ? 'passed' : 'FAILED'}  ${what}: ${figure} (${words})`)
    },
    note: (text) => console.log(`          ${text}`),
    end: () => {
      console.log(`  load of the machine at the end ${load()}`)
      console.log(`${name}: ${passed} passed, ${failed} failed`)
      process.exitCode = failed === 0 ? 0 : 1
    },
  }
}

/** The middle one; of an even number, the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
