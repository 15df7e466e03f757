// What uploads cost in Chromium: commits while bytes move, time beside a loop by hand, long tasks, memory of previews.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { photograph } from '../support/pictures.ts'
import { servePage } from '../support/servePage.ts'
import { createCloud } from '../upload/createCloud.ts'
import { createReport, median } from './createReport.ts'
import type {} from './page/main.tsx'

const tasks = 'disabled-by-default-devtools.timeline'
const report = createReport('upload')
const folder = await mkdtemp(join(tmpdir(), 'upload-bench-'))
const served = await servePage('bench', { isBuilt: true })
const cloud = await createCloud(served.origin)
const browser = await chromium.launch(await launchOptions())

const open = async (mode: string): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(
    `${served.origin}/?${new URLSearchParams({ mode, endpoint: cloud.endpoint })}`,
  )
  await page.waitForFunction(() => 'bench' in window)
  return page
}

/** So many files of the disk that begin like this one and are not the same. */
const copies = async (
  name: string,
  bytes: Uint8Array,
  count: number,
): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const file = join(folder, `${at}-${name}`)
      await writeFile(file, Buffer.concat([bytes, Buffer.from([at])]))
      return file
    }),
  )

try {
  const small = await photograph({ width: 1_100, height: 800, format: 'png', grain: 200 })
  report.note(
    `20 pictures of ${(small.length / 1e6).toFixed(2)} MB at 4 MB/s, 3 at a time`,
  )
  const twenty = await copies('small.png', small, 20)
  const times = { hook: [] as number[], loop: [] as number[] }
  for (let round = 0; round < 3; round++) {
    for (const how of ['loop', 'hook'] as const) {
      const page = await open('rows')
      const cdp = await page.context().newCDPSession(page)
      await page.locator('#chosen').setInputFiles(twenty)
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 20,
        downloadThroughput: -1,
        uploadThroughput: 4_000_000,
      })
      times[how].push(await page.evaluate((which) => window.bench.upload(which), how))
      if (how === 'hook' && round === 0) {
        const { list, rows } = await page.evaluate(() => window.bench.commits)
        report.note(`${rows} commits of all rows together`)
        report.figure('commits of a list of ids while 20 pictures go up', list, {
          atMost: 2,
        })
      }
      await page.close()
    }
  }
  const [hook, loop] = [median(times.hook), median(times.loop)]
  report.note(`${Math.round(hook)} ms by the hook, ${Math.round(loop)} ms by hand`)
  report.figure('time of 20 uploads beside a loop by hand', hook / loop, { atMost: 1.05 })

  const large = await photograph({ width: 4_000, height: 3_000, grain: 24 })
  report.note(`photographs of 12 megapixels, ${(large.length / 1e6).toFixed(1)} MB`)
  const photos = await copies('large.jpg', large, 40)
  for (const [mode, what] of [
    ['prepare', 'prepared'],
    ['shrink', 'made smaller'],
  ] as const) {
    const page = await open(mode)
    await browser.startTracing(page, { categories: [tasks] })
    await page.locator('.rci-uploader-input').setInputFiles(photos.slice(0, 20))
    await page.locator('li[data-status=uploading]').nth(19).waitFor({ timeout: 120_000 })
    const longest = longestTask(await browser.stopTracing())
    report.figure(
      `milliseconds of work of the page's longest task while 20 are ${what}`,
      longest,
      { atMost: 50 },
    )
    await page.close()
  }

  const page = await open('prepare')
  const id = await rendererOf()
  const before = await memoryOf(id)
  let peak = before
  const watch = setInterval(async () => {
    peak = Math.max(peak, await memoryOf(id))
  }, 50)
  await page.locator('.rci-uploader-input').setInputFiles(photos)
  await page.locator('canvas:not([hidden])').nth(39).waitFor({ timeout: 120_000 })
  clearInterval(watch)
  const after = await memoryOf(id)
  report.note(`${after - before} MB are left when all are drawn`)
  report.figure('MB more at the peak while 40 previews are drawn', peak - before, {
    atMost: 200,
  })
  await page.close()
} finally {
  await browser.close()
  await served.close()
  await cloud.close()
  await rm(folder, { recursive: true })
}
report.end()

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of work, without those that the machine gave to others. */
  tdur?: number
  args: { name?: string }
}

/** Milliseconds of work of the longest task that a page's main thread had. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(String(trace)) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const pages = new Set(
    traceEvents
      .filter(
        ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
      )
      .map(threadOf),
  )
  const durations = traceEvents
    .filter((event) => event.name === 'RunTask' && pages.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur)
  if (durations.length === 0) throw new Error('The trace tells of no task.')
  return Math.max(...durations) / 1_000
}

/** The process that draws the page; the last one that was started. */
async function rendererOf(): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return Math.max(
    ...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id),
  )
}

/** Megabytes of a process that are its own, and its share of what it has in common with others. */
async function memoryOf(id: number): Promise<number> {
  const text = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '')
  return Math.round(Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1_000)
}
