/** The checks that were made, and how they came out. */
export interface Report {
  /** Records one check and what was found. */
  check: (what: string, ok: boolean, found: string) => void
  /** Does some work; an error in it is a failed check, and what comes after goes on. */
  step: (what: string, work: () => Promise<void>) => Promise<void>
  /** Prints the table and gives the number of failures. */
  print: () => number
}

interface Row {
  what: string
  ok: boolean
  found: string
}

/** A report without rows. */
export function createReport(): Report {
  const rows: Row[] = []
  const check: Report['check'] = (what, ok, found) => {
    rows.push({ what, ok, found })
  }
  return {
    check,
    step: async (what, work) => {
      const begun = Date.now()
      try {
        await work()
        check(what, true, `${((Date.now() - begun) / 1000).toFixed(1)} s`)
      } catch (error) {
        check(what, false, error instanceof Error ? error.message : String(error))
      }
    },
    print: () => {
      const width = Math.max(...rows.map(({ what }) => what.length))
      for (const { what, ok, found } of rows) {
        const [summary] = found.split('\n')
        console.log(`${ok ? 'ok  ' : 'FAIL'}  ${what.padEnd(width)}  ${summary}`)
      }
      const failures = rows.filter(({ ok }) => !ok)
      for (const { what, found } of failures) console.log(`\n${what}\n${found}`)
      return failures.length
    },
  }
}
