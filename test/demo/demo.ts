// Uploads pictures in a real browser through a real backend into the emulator, and checks what comes back.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import type { CloudflareImage } from 'react-cloudflare-images'
import { launchOptions } from '../support/browser.ts'
import { checkDelivery, places } from './checkDelivery.ts'
import type { DeliveryCheck } from './checkDelivery.ts'
import { generatedPictures, picturesIn } from './demoPictures.ts'
import type { DemoPicture } from './demoPictures.ts'
import { handOver } from './handOver.ts'
import { startDemo } from './startDemo.ts'
import { table } from './table.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const [directory] = positionals
const pictures = directory ? await picturesIn(directory) : await generatedPictures()
const files = await mkdtemp(join(tmpdir(), 'demo-'))
const cache = join(import.meta.dirname, '../../node_modules/.cache/demo')
const demo = await startDemo()
const browser = await chromium.launch(await launchOptions())

try {
  await Promise.all(
    pictures.map(({ name, bytes }) => writeFile(join(files, name), bytes)),
  )
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${demo.page}/?delivery=${encodeURIComponent(demo.delivery)}`)

  const half = Math.ceil(pictures.length / 2)
  const paths = pictures.map(({ name }) => join(files, name))
  await handOver(page, { dropped: paths.slice(0, half), chosen: paths.slice(half) })
  const rows = await outcomes(page)
  const checks: DeliveryCheck[] = []
  for (const picture of pictures) {
    const image = rows.images.find(({ filename }) => filename === picture.name)
    if (!image) continue
    const size = picture.size ?? (await sizeOfDrawing(page, picture))
    for (const place of places) {
      const asked = { picture: { ...picture, size }, image, place, demo }
      checks.push(await checkDelivery(page, asked))
    }
  }
  await mkdir(cache, { recursive: true })
  await page.screenshot({ path: join(cache, 'demo.png'), fullPage: true })
  const refused = pictures.filter(
    ({ name }) => !rows.images.some((i) => i.filename === name),
  )
  report({ checks, refused, reasons: rows.reasons })
  const wrong = checks.filter(({ problem }) => problem !== undefined)
  const unexpected = directory ? [] : refused
  console.log(
    `\n${pictures.length} pictures to ${demo.emulator} from ${demo.page}: ${rows.images.length} uploaded, ${refused.length} refused, ${checks.length} deliveries, ${wrong.length} wrong`,
  )
  console.log('Screenshot: node_modules/.cache/demo/demo.png')
  complaints.forEach((complaint) => console.log(`Error on the page: ${complaint}`))
  process.exitCode = wrong.length + unexpected.length + complaints.length > 0 ? 1 : 0
} finally {
  await browser.close()
  await demo.close()
  await rm(files, { recursive: true })
}

/** The size that the browser gives the source of an SVG, which says none. */
async function sizeOfDrawing(page: Page, { bytes, type }: DemoPicture) {
  if (type !== 'image/svg+xml') return undefined
  const url = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  const { width, height } = await page.evaluate(
    (asked) => window.decodeDelivery(asked),
    url,
  )
  return { width, height }
}

/** Waits until no row is pending and the page has every image of a row that is done, and says what became of each. */
async function outcomes(
  page: Page,
): Promise<{ images: readonly CloudflareImage[]; reasons: Record<string, string> }> {
  const pending = [
    'queued',
    'preparing',
    'requesting',
    'uploading',
    'processing',
    'paused',
  ]
  await page.waitForFunction(
    ([expected, words]) => {
      const items = [...document.querySelectorAll<HTMLElement>('.rci-uploader-item')]
      const open = items.filter((item) => words.includes(item.dataset['status'] ?? ''))
      const done = items.filter((item) => item.dataset['status'] === 'success')
      return (
        items.length === expected &&
        open.length === 0 &&
        window.uploaded.length === done.length
      )
    },
    [pictures.length, pending] as const,
    { timeout: 120_000 },
  )
  return page.evaluate(() => ({
    images: window.uploaded,
    reasons: Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('.rci-uploader-item')].map((item) => [
        item.querySelector('.rci-uploader-name')?.textContent ?? '',
        item.querySelector('.rci-uploader-error')?.textContent ?? '',
      ]),
    ),
  }))
}

function report(all: {
  checks: readonly DeliveryCheck[]
  refused: readonly DemoPicture[]
  reasons: Record<string, string>
}): void {
  const { checks, refused, reasons } = all
  console.log(
    table(
      ['file', 'bytes sent', 'image id', 'variant URL', 'format', 'pixels', 'ms', ''],
      checks.map((check) => [
        check.name,
        String(check.bytes),
        check.id,
        check.path,
        check.format,
        check.size,
        String(check.milliseconds),
        check.problem ?? (check.refusal ? `refused: ${check.refusal}` : 'ok'),
      ]),
    ),
  )
  if (refused.length === 0) return
  console.log(
    `\n${table(
      ['refused', 'why'],
      refused.map(({ name }) => [name, reasons[name] ?? 'unknown']),
    )}`,
  )
}
