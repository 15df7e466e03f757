import type { Browser, Page } from 'playwright'
import { photograph } from '../support/pictures.ts'
import { createLane } from './createLane.ts'
import type { Lane } from './createLane.ts'
import type { FaultCase } from './faultCases.ts'

/** How one case came out. */
export interface FaultOutcome {
  name: string
  /** POSTs that the upload host was sent. */
  attempts: number
  minted: number
  /** Files of ours that Cloudflare has. */
  stored: number
  status: string
  /** Why it is wrong; empty where it is not. */
  complaints: string[]
}

/** Plays one case in a browser, and judges it by what Cloudflare has afterwards. */
export async function runCase(
  fault: FaultCase,
  { browser, origin }: { browser: Browser; origin: string },
): Promise<FaultOutcome> {
  const { name, ends, files = 1, tabs = 1, reload = false, ...rest } = fault
  const { mostPreflights, page: asked, ...wires } = rest
  const lane = await createLane({ page: origin, ...wires })
  const context = await browser.newContext()
  try {
    const query = new URLSearchParams({ ...asked, endpoint: lane.endpoint })
    const sent = await Promise.all(
      Array.from({ length: files * tabs }, async (_, at) => ({
        name: `photo-${at + 1}.jpg`,
        mimeType: 'image/jpeg',
        buffer: Buffer.from(
          await photograph({ width: 640 + at, height: 480, grain: 90 }),
        ),
      })),
    )
    const rows = await Promise.all(
      Array.from({ length: tabs }, async (_, tab) => {
        await new Promise((resolve) => setTimeout(resolve, tab * 700))
        const page = await context.newPage()
        // A busy machine is slow, not wrong.
        await page.goto(`${origin}/?${query}`, { timeout: 120_000 })
        const own = sent.slice(tab * files, (tab + 1) * files)
        await page.locator('input[type=file]').setInputFiles(own)
        if (reload) await reloadOnceSent(page, lane)
        return ended(page, own.length)
      }),
    )
    const stored = await lane.stored()
    const all = rows.flat()
    const complaints = sent.flatMap((file, at) => {
      const { status, reason } = all[at]!
      const copies = stored.filter(({ filename }) => filename === file.name)
      const whole = copies.every(({ bytes }) => file.buffer.equals(bytes))
      return [
        status !== ends && `${file.name} ends as ${status}, not as ${ends} ${reason}`,
        copies.length > 1 && `${file.name} is stored ${copies.length} times`,
        (copies.length === 1) !== (status === 'success') &&
          `${file.name} is ${status}, and stored ${copies.length} times`,
        !whole && `${file.name} is stored with other bytes`,
      ].filter((complaint) => typeof complaint === 'string')
    })
    if (mostPreflights !== undefined && lane.preflights() > mostPreflights)
      complaints.push(`${lane.preflights()} preflights were asked`)
    const ours = stored.filter(({ filename }) => filename.startsWith('photo-'))
    return {
      name,
      attempts: lane.attempts(),
      minted: lane.minted(),
      stored: ours.length,
      status: [
        ...new Set(all.map(({ status, reason }) => `${status} ${reason}`.trim())),
      ].join(', '),
      complaints,
    }
  } finally {
    await context.close()
    await lane.close()
  }
}

/** Loads the page anew shortly after the first byte has left. */
async function reloadOnceSent(page: Page, lane: Lane): Promise<void> {
  while (lane.attempts() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  await page.waitForTimeout(500)
  await page.reload()
}

/** Status and reason of every row, once each has ended. */
async function ended(
  page: Page,
  count: number,
): Promise<{ status: string; reason: string }[]> {
  const over = ['success', 'error', 'rejected', 'aborted']
    .map((status) => `li[data-status=${status}]`)
    .join()
  await page
    .locator(over)
    .nth(count - 1)
    .waitFor({ timeout: 60_000 })
    .catch(() => {})
  const rows = await page.locator('li[data-status]').all()
  return Promise.all(
    rows.map(async (row) => {
      const reason = row.locator('.rci-uploader-error')
      return {
        status: (await row.getAttribute('data-status')) ?? '',
        reason: (await reason.count()) ? await reason.innerText() : '',
      }
    }),
  )
}
