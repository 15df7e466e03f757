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
import { createTarget } from './createTarget.ts'
import { placeOfPeers } from './placeOfPeers.ts'
import type { BenchPage } from './page/main.tsx'

const tasks = 'disabled-by-default-devtools.timeline'
const report = createReport('upload')
const folder = await mkdtemp(join(tmpdir(), 'upload-bench-'))
const served = await servePage('bench', { isBuilt: true })
const cloud = await createCloud(served.origin)
const target = await createTarget()
const folderOfPeers = join(await placeOfPeers(), 'uploads')
const peers = await servePage('bench-peers', { isBuilt: true, folder: folderOfPeers })
const browser = await chromium.launch(await launchOptions())

const visit = async (origin: string, query: Record<string, string>): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(`${origin}/?${new URLSearchParams(query)}`)
  await page.waitForFunction(() => 'bench' in window)
  return page
}
const open = async (mode: string) =>
  visit(served.origin, { mode, endpoint: cloud.endpoint })

/** Gives files to a page that sends four megabytes a second. */
const choose = async (page: Page, files: string[]) => {
  const cdp = await page.context().newCDPSession(page)
  await page.locator('#chosen').setInputFiles(files)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: 4_000_000,
  })
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
  const small = await photograph({ width: 850, height: 620, format: 'png', grain: 200 })
  report.note(
    `20 pictures of ${(small.length / 1e6).toFixed(2)} MB at 4 MB/s, 3 at a time`,
  )
  const twenty = await copies('small.png', small, 20)
  let ours: BenchPage['commits'] = { list: 0, rows: 0 }
  const times = { hook: [] as number[], loop: [] as number[] }
  for (let round = 0; round < 3; round++) {
    for (const how of ['loop', 'hook'] as const) {
      const page = await open('rows')
      await choose(page, twenty)
      times[how].push(await page.evaluate((which) => window.bench.upload(which), how))
      if (how === 'hook' && round === 0) {
        ours = await page.evaluate(() => window.bench.commits)
        report.figure('commits of a list of ids while 20 pictures go up', ours.list, {
          atMost: 2,
        })
      }
      await page.close()
    }
  }
  const [hook, loop] = [median(times.hook), median(times.loop)]
  report.note(`${Math.round(hook)} ms by the hook, ${Math.round(loop)} ms by hand`)
  report.figure('time of 20 uploads beside a loop by hand', hook / loop, { atMost: 1.05 })

  report.note('Commits of the list, and of all rows together, for the same 20 pictures:')
  report.note(`ours: ${ours.list} and ${ours.rows}`)
  for (const peer of ['better-upload', 'uppy']) {
    const page = await visit(peers.origin, { peer, target: target.origin })
    const before = target.received()
    await choose(page, twenty)
    await page.evaluate(() => window.bench.upload('hook'))
    if (target.received() - before < 20 * small.length) {
      throw new Error(`${peer} has not sent all files.`)
    }
    const { list, rows } = await page.evaluate(() => window.bench.commits)
    const times = (list / ours.list).toFixed(0)
    report.note(`${peer}: ${list} (${times} × ours) and ${rows}`)
    await page.close()
  }
  report.note(
    "UploadThing: none; its hook tells the mean of all files, and no file's own.",
  )

  const large = await photograph({ width: 4_000, height: 3_000, grain: 24 })
  report.note(`photographs of 12 megapixels, ${(large.length / 1e6).toFixed(1)} MB`)
  const photos = await copies('large.jpg', large, 40)
  const headers = await open('rows')
  await headers.locator('#chosen').setInputFiles(photos)
  report.figure(
    'milliseconds until a photograph has told its type and size',
    median(await headers.evaluate(() => window.bench.inspect())),
    { atMost: 2 },
  )
  await headers.close()
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
  await peers.close()
  await target.close()
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

/** Milliseconds of work of the longest task of the busiest page; others may still be closing. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(String(trace)) as { traceEvents: TraceEvent[] }
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const pages = new Map<string, number[]>()
  for (const event of traceEvents) {
    if (event.name === 'thread_name' && event.args.name === 'CrRendererMain')
      pages.set(threadOf(event), [])
  }
  for (const event of traceEvents) {
    if (event.name === 'RunTask') pages.get(threadOf(event))?.push(event.tdur ?? 0)
  }
  const workOf = (tasks: number[]) => tasks.reduce((sum, task) => sum + task, 0)
  const [busiest = []] = [...pages.values()].sort((a, b) => workOf(b) - workOf(a))
  if (busiest.length === 0) throw new Error('The trace tells of no task.')
  return Math.max(...busiest) / 1_000
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
