// What a gallery of ten thousand stored pictures costs in Chromium, at a quarter of its speed where it says so.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { CDPSession, Page } from 'playwright'
import { memoryStore } from 'react-cloudflare-images/emulator'
import type { Transformer } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import { cloudflareImages } from 'react-cloudflare-images/vite'
import sharp from 'sharp'
import { launchOptions } from '../support/browser.ts'
import { servePage } from '../support/servePage.ts'
import { createReport, median } from './createReport.ts'
import type {} from './gallery/page/main.tsx'

const report = createReport('manage')
const total = 10_000
const store = memoryStore()
// Made once for alike pictures, as an edge would serve them: both cores are the browser's.
const bare = sharpTransformer()
const made = new Map<string, ReturnType<Transformer['transform']>>()
const transformer: Transformer = {
  ...bare,
  transform: (request) => {
    const key = [
      Buffer.from(request.bytes).toString('base64'),
      request.format,
      JSON.stringify(request.options),
    ].join()
    const known = made.get(key) ?? bare.transform(request)
    made.set(key, known)
    return known
  },
}
const plugin = cloudflareImages({ store, transformer })
const served = await servePage('bench/gallery', { isBuilt: true, plugins: [plugin] })
const folder = await mkdtemp(join(tmpdir(), 'manage-bench-'))
const browser = await chromium.launch(await launchOptions())

const paint = async (at: number) =>
  sharp({
    create: {
      width: 600,
      height: 400,
      channels: 3,
      background: { r: (at * 7) % 256, g: (at * 31) % 256, b: (at * 101) % 256 },
    },
  })
    .jpeg()
    .toBuffer()

const open = async (mode: string): Promise<{ page: Page; cdp: CDPSession }> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${served.origin}/?mode=${mode}`)
  await page.locator('[role=gridcell]').first().waitFor()
  const cdp = await page.context().newCDPSession(page)
  return { page, cdp }
}

const slow = async (cdp: CDPSession, rate: number) =>
  cdp.send('Emulation.setCPUThrottlingRate', { rate })

const heap = async (cdp: CDPSession): Promise<number> => {
  for (let at = 0; at < 3; at++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

try {
  const began = performance.now()
  const bases = await Promise.all(Array.from({ length: 100 }, (_, at) => paint(at)))
  for (let at = 0; at < total; at++) {
    const bytes = new Uint8Array(bases[at % bases.length]!)
    await store.write(
      {
        id: `bench/${at}`,
        filename: `photo-${at}.jpg`,
        uploaded: new Date(1.7e12 + at * 1000).toISOString(),
        requireSignedURLs: false,
        meta: { rci: { w: 600, h: 400 } },
        creator: 'demo',
        file: {
          type: 'image/jpeg',
          size: bytes.length,
          width: 600,
          height: 400,
          frames: 1,
        },
      },
      bytes,
    )
  }
  const seconds = (performance.now() - began) / 1000
  report.note(`${total} pictures stored in ${seconds.toFixed(1)} seconds`)

  {
    const { page, cdp } = await open('scroll')
    await slow(cdp, 4)
    for (let at = 0; at < 10; at++) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(100)
    }
    await page.evaluate(() => [
      window.gallery.longestTask(),
      window.gallery.mostElements(),
    ])
    const start = performance.now()
    await page.evaluate(() => window.gallery.scroll(300))
    report.note(
      `one scroll over all took ${Math.round((performance.now() - start) / 1000)} seconds`,
    )
    report.figure(
      'milliseconds of the longest task in a scroll over 10,000, at a quarter of the speed',
      await page.evaluate(() => window.gallery.longestTask()),
      { atMost: 50 },
    )
    report.figure(
      'elements in a screen of tiles',
      await page.evaluate(() => window.gallery.mostElements()),
      { atMost: 300 },
    )
    await slow(cdp, 1)
    const sizes: number[] = []
    for (let turn = 0; turn < 10; turn++) {
      await page.evaluate(() => window.gallery.scroll(2_000))
      sizes.push(await heap(cdp))
    }
    report.note(
      `memory after each scroll: ${sizes.map((size) => size.toFixed(1)).join(', ')} MB`,
    )
    report.figure(
      'memory after ten scrolls beside that after two',
      sizes[9]! / sizes[1]!,
      {
        atMost: 1.05,
      },
    )
    await page.close()
  }

  {
    const files = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => {
        const file = join(folder, `new-${at}.jpg`)
        await writeFile(file, await paint(at + 200))
        return file
      }),
    )
    const rows: number[] = []
    const paints: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      const { page, cdp } = await open('drop')
      await page.waitForTimeout(2_000) // its own pictures are drawn
      const box = (await page.locator('.rci-uploader-dropzone').boundingBox())!
      const at = { x: box.x + box.width / 2, y: box.y + 20 }
      const data = { items: [], files, dragOperationsMask: 1 }
      await slow(cdp, 4)
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        if (type === 'drop') await page.waitForTimeout(500) // no hand is faster
        await cdp.send('Input.dispatchDragEvent', { type, ...at, data })
      }
      await page.waitForFunction(
        () => window.gallery.drop.row > 0 && window.gallery.drop.paint > 0,
      )
      const { row, paint: painted } = await page.evaluate(() => window.gallery.drop)
      rows.push(row)
      paints.push(painted)
      await page.close()
    }
    const listed = (times: number[]) => times.map(Math.round).join(', ')
    report.note(
      `to the first row: ${listed(rows)} ms; to the next paint: ${listed(paints)} ms`,
    )
    report.figure('milliseconds from a drop of 50 files to the first row', median(rows), {
      atMost: 50,
    })
    report.figure(
      'milliseconds from a drop of 50 files to the next paint',
      median(paints),
      {
        atMost: 100,
      },
    )
  }

  {
    const { page } = await open('delete')
    await page.getByRole('button', { name: 'Select all 500' }).click()
    let requests = 0
    page.on('request', (request) => {
      if (request.url().includes('/api/images')) requests += 1
    })
    await page.evaluate(() => window.gallery.mostRenders())
    const deleted = page.waitForResponse((answer) => answer.url().endsWith('/-/delete'))
    await page.getByRole('button', { name: 'Delete 500 pictures' }).click()
    await deleted
    await page.getByText('None selected').waitFor()
    await page.waitForTimeout(1_000)
    report.figure('requests of the browser to delete 500', requests, { atMost: 10 })
    report.figure(
      'renders of the list in one frame meanwhile',
      await page.evaluate(() => window.gallery.mostRenders()),
      { atMost: 1 },
    )
    await page.close()
  }
} finally {
  await browser.close()
  await served.close()
  await rm(folder, { recursive: true })
}

report.end()
