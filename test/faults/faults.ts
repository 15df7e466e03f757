// Breaks the network in every way between a page in Chromium and Cloudflare, and counts what is stored afterwards.
import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { servePage } from '../support/servePage.ts'
import { faultCases } from './faultCases.ts'
import type { FaultCase } from './faultCases.ts'
import { runCase } from './runCase.ts'
import type { FaultOutcome } from './runCase.ts'
import { sabotaged } from './sabotaged.ts'
import type { Sabotage } from './sabotaged.ts'

/** Copies of the library that are broken on purpose: the cases have to notice each. */
const sabotages: { sabotage: Sabotage; cases: RegExp }[] = [
  {
    sabotage: {
      name: 'mint once',
      file: '/src/upload/attemptUpload.ts',
      from: '(inner) => backend.mint({ ...request, signal: inner }),',
      to: '(inner) => (work.once ??= backend.mint({ ...request, signal: inner })),',
    },
    cases: /expired|somebody else|nothing goes wrong/,
  },
  {
    sabotage: {
      name: 'never ask again',
      file: '/src/upload/attemptUpload.ts',
      from: 'const arrived = await settleDoubt(work, options)',
      to: 'const arrived = undefined',
    },
    cases: /cut after the last byte$|500, stored all the same|nothing goes wrong/,
  },
]

const only = process.argv[2]
const browser = await chromium.launch(await launchOptions())
let passed = 0
let failed = 0

const outcomes = await runAll(
  faultCases.filter(({ name }) => !only || name.includes(only)),
  browser,
)
console.log(table(outcomes))
for (const { name, complaints } of outcomes) {
  if (complaints.length === 0) passed += 1
  else failed += 1
  for (const complaint of complaints) console.log(`✗ ${name}: ${complaint}`)
}

for (const { sabotage, cases } of sabotages) {
  const broken = await runAll(
    faultCases.filter(({ name }) => cases.test(name)),
    browser,
    sabotage,
  )
  const red = broken.filter(({ complaints }) => complaints.length > 0)
  const sane = !red.some(({ name }) => name === 'nothing goes wrong')
  if (sane && red.length > 0) passed += 1
  else failed += 1
  const verdict = red.length > 0 ? red.map(({ name }) => name).join('; ') : 'by no case'
  console.log(`sabotage “${sabotage.name}” was noticed: ${verdict}`)
}

await browser.close()
console.log(`faults: ${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

/** Plays the cases, a few at a time: most of them wait most of the time. */
async function runAll(
  cases: readonly FaultCase[],
  shared: Browser,
  sabotage?: Sabotage,
): Promise<FaultOutcome[]> {
  const page = await servePage('faults', {
    plugins: sabotage ? [sabotaged(sabotage)] : [],
  })
  const outcomes = new Map<FaultCase, FaultOutcome>()
  const rest = cases.values()
  const lane = async () => {
    for (const fault of rest) {
      outcomes.set(fault, await runCase(fault, { browser: shared, origin: page.origin }))
    }
  }
  await Promise.all(Array.from({ length: 6 }, lane))
  await page.close()
  return cases.map((fault) => outcomes.get(fault)!)
}

function table(all: readonly FaultOutcome[]): string {
  const rows = all.map(({ name, attempts, minted, stored, status, complaints }) => [
    complaints.length ? '✗' : '✓',
    name,
    String(attempts),
    String(minted),
    String(stored),
    status,
  ])
  const head = ['', 'case', 'attempts', 'minted', 'stored', 'status']
  const widths = head.map((word, column) =>
    Math.max(word.length, ...rows.map((row) => row[column]!.length)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
