import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paint, samples } from '../../.storybook/samples.ts'
import { seedOf } from '../../.storybook/seedOf.ts'
import { variants } from '../../stories/variants.ts'
import { launchOptions } from '../support/browser.ts'
import { bundlePages } from './page/bundlePages.ts'

const emulator = createEmulator({
  flexibleVariants: true,
  transformer: sharpTransformer(),
})
/** What browsers asked the emulator for as a picture, and whether it was delivered. */
let asked: { path: string; ok: boolean }[] = []
let server: Awaited<ReturnType<typeof serveEmulator>>
let browser: Browser

beforeAll(async () => {
  const bundle = await bundlePages('production', { name: 'stories.tsx' })
  const images = samples.map(async (each) => ({
    ...seedOf(each),
    file: await paint(each),
  }))
  await emulator.seed({ variants, images: await Promise.all(images) })
  const html =
    '<!doctype html><title>Story</title><main></main><script type="module" src="/bundle.js"></script>'
  const text = (content: string, type: string) =>
    new Response(content, { headers: { 'content-type': type } })
  server = await serveEmulator({
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/') return text(html, 'text/html')
      if (pathname === '/bundle.js') return text(bundle, 'text/javascript')
      const answer = await emulator.fetch(request)
      if (request.headers.get('sec-fetch-dest') === 'image')
        asked.push({ path: pathname, ok: answer.ok })
      return answer
    },
  })
  browser = await chromium.launch(await launchOptions())
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.close()
})

/** Opens the page, its caches empty, with the story of that name, and waits for its pictures. */
async function open(story: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1500 } })
  const page = await context.newPage()
  await page.goto(`${server.origin}/?${story}`)
  await page.waitForSelector('html[data-alive]', { state: 'attached', timeout: 10_000 })
  await page.waitForFunction(() =>
    Array.from(document.images).every((img) => img.complete),
  )
  await page.waitForTimeout(200)
  return page
}

test('every story asks once for the one file of each picture that it shows, and not again when it goes', async () => {
  const list = await open('')
  const names = await list.evaluate(() => window.stories)
  await list.context().close()
  expect(names.length).toBeGreaterThan(20)
  const outcomes: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for (const name of names) {
    asked = []
    const page = await open(name)
    const shown = await page.evaluate(() =>
      Array.from(document.images, (img) => new URL(img.currentSrc).pathname),
    )
    await page.evaluate(() => window.leave())
    await page.waitForTimeout(100)
    await page.context().close()
    const refused = asked.filter(({ ok }) => !ok).map(({ path }) => path)
    const delivered = asked.filter(({ ok }) => ok).map(({ path }) => path)
    outcomes[name] = { delivered: delivered.toSorted(), refused }
    expected[name] = {
      delivered: [...new Set(shown)].toSorted(),
      refused: [...new Set(refused)],
    }
  }
  expect(outcomes).toEqual(expected)
  expect(outcomes).toMatchObject({
    'imageState/Fallback': {
      delivered: [],
      refused: [expect.stringContaining('nobody')],
    },
    'responsiveImage/Private': { delivered: [expect.stringMatching(/\/(?:card|hero)$/)] },
  })
}, 120_000)
