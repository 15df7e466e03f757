import { chromium } from 'playwright'
import type { CDPSession, Page } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { servePage } from '../support/servePage.ts'
import type {} from './page/main.tsx'
import type { SoakResult } from './SoakResult.ts'

const cycles = 1_000

/** Mounts, uploads and unmounts a thousand times in Chromium; half of it in mid-upload. Then nothing may be left. */
export async function soak(): Promise<SoakResult[]> {
  const served = await servePage('soak', { isBuilt: true })
  const browser = await chromium.launch(await launchOptions())
  try {
    const page = await browser.newPage()
    await page.goto(served.origin)
    await page.waitForFunction(() => 'cycle' in window)
    const cdp = await page.context().newCDPSession(page)
    await run(page, cycles / 5)
    const early = await heap(cdp)
    await run(page, cycles - cycles / 5)
    // A worker that nobody asks for goes after two seconds.
    await page.waitForTimeout(3_000)
    const late = await heap(cdp)
    const left = await page.evaluate(() => window.left())
    const grown = (late.bytes - early.bytes) / 1_000_000
    return [
      // What the very last row was drawn with may stay until React draws another.
      ...Object.entries(left).map(([what, { made, kept }]) => ({
        title: `${cycles} uploaders leave no ${what} behind`,
        holds: kept <= 2 && (made >= cycles / 10 || what === 'blob URLs'),
        figures: `${kept} of ${made}`,
      })),
      {
        title: `${cycles} uploaders leave no memory, element or listener behind`,
        holds:
          grown < 1 &&
          late.nodes <= early.nodes + 50 &&
          late.listeners <= early.listeners + 50,
        figures: `${grown.toFixed(2)} MB more after ${cycles} cycles than after ${cycles / 5}, ${early.nodes} and ${late.nodes} nodes, ${early.listeners} and ${late.listeners} listeners`,
      },
    ]
  } finally {
    await browser.close()
    await served.close()
  }
}

const run = (page: Page, count: number) =>
  page.evaluate(async (times) => {
    for (let at = 0; at < times; at++) await window.cycle(at % 2 === 1)
  }, count)

/** What is in use once all garbage is collected. */
async function heap(cdp: CDPSession) {
  for (let at = 0; at < 3; at++) await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return {
    bytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  }
}
