import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions } from '../support/browser.ts'
import { bundlePages } from './page/bundlePages.ts'
import { servePages } from './page/servePages.tsx'
import type { ServedPages } from './page/servePages.tsx'

let served: ServedPages
let browser: Browser
let page: Page
let said: string[]

beforeAll(async () => {
  ;[served, browser] = await Promise.all([
    servePages('development'),
    chromium.launch(await launchOptions()),
  ])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})
afterEach(() => page.close())

/** Opens a page, and notes what the library says in the console. */
async function open(path: string): Promise<void> {
  said = []
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith('react-cloudflare-images: ')) said.push(text)
  })
  await page.goto(served.origin + path)
  await page.waitForSelector('html[data-alive]')
}

const chosen = () => page.evaluate(() => document.images[0]!.currentSrc.split('/').at(-1))

describe('in development, the console says', () => {
  test('what `sizes` should be, and is silent once it is, with a smaller picture', async () => {
    await open('/wasteful')
    await expect.poll(() => said.join()).toContain('200px wide')
    const [warning] = said
    expect(await chosen()).toBe('width=1088')
    const sizes = /sizes="([^"]+)"/.exec(warning!)![1]!
    expect(sizes).toBe('(min-width: 1000px) 200px, 20vw')
    await page.close()
    await open(`/wasteful?sizes=${encodeURIComponent(sizes)}`)
    await page.waitForTimeout(400)
    expect(said).toEqual([])
    expect(Number.parseInt((await chosen())!.slice(6), 10)).toBeLessThan(1088)
  })

  test('that the largest picture should not be lazy', async () => {
    await open('/late')
    await expect.poll(() => said.join()).toMatch(/"late" is the largest.*priority/)
  })

  test('that a variant is far larger than its place', async () => {
    await open('/large')
    await expect.poll(() => said.join()).toMatch(/1000 pixels wide and shown on 120/)
  })

  test('that a picture will move the page', async () => {
    await open('/unsized')
    await expect.poll(() => said.join()).toMatch(/ratio of unsized.*jump/)
  })

  test('why pictures are not delivered, by asking once', async () => {
    const asked: string[] = []
    await open('/forbidden')
    page.on('request', (request) => asked.push(request.url()))
    await expect.poll(() => said.join()).toMatch(/9429.*flexible: false/)
    await page.waitForTimeout(300)
    expect(said).toHaveLength(1)
    expect(asked.length).toBeLessThanOrEqual(1)
  })

  test('nothing of pictures that are as they should be', async () => {
    await open('/urgent')
    await page.waitForTimeout(500)
    expect(said).toEqual([])
  })
})

test('a production bundle is the same, byte for byte, without the module that watches', async () => {
  const whole = await bundlePages('production')
  const without = await bundlePages('production', {
    plugins: [
      {
        name: 'without',
        enforce: 'pre',
        load: (id) =>
          id.startsWith(watcher) ? 'export function watchImage() {}' : undefined,
      },
    ],
  })
  expect(without).toBe(whole)
  expect(whole).not.toContain('largest-contentful-paint')
  expect(await bundlePages('development')).toContain('largest-contentful-paint')
}, 60_000)

const watcher = join(
  import.meta.dirname,
  process.env['TEST_DIST'] ? '../../dist' : '../../src',
  'display/watchImage',
)
