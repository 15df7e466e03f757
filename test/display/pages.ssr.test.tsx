import { chromium } from 'playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions, systemChrome } from '../support/browser.ts'
import { servePages } from './page/servePages.tsx'
import type { ServedPages } from './page/servePages.tsx'

let served: ServedPages
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[served, browser] = await Promise.all([
    servePages('production'),
    chromium.launch(await launchOptions()),
  ])
}, 120_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})
afterEach(async () => {
  Object.assign(served, { csp: '', reports: [], expiresIn: 60 })
  served.delays = { pictures: 0, bundle: 0 }
  await page.context().close()
})

const desktop = { viewport: { width: 1000, height: 700 } }

/** Opens a page, and notes what it shifts. */
async function open(
  path: string,
  options: BrowserContextOptions = desktop,
): Promise<void> {
  const context = await browser.newContext(options)
  page = await context.newPage()
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.shift += (entry as unknown as { value: number }).value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(served.origin + path, { waitUntil: 'commit' })
}

const alive = () => page.waitForSelector('html[data-alive]')

/** Brings every picture near the screen, and waits until each has loaded or failed. */
async function showAll(): Promise<void> {
  await page.evaluate(async () => {
    for (const img of document.images) img.loading = 'eager'
    await Promise.all(
      Array.from(
        document.images,
        (img) =>
          new Promise((resolve) => {
            img.addEventListener('load', resolve)
            img.addEventListener('error', resolve)
            if (img.complete) resolve(undefined)
          }),
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
}

/** How often the emulator delivered, or refused, each picture since then. */
function deliveries(since: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { host, path } of served.emulator.requests.slice(since)) {
    if (host !== 'delivery') continue
    const id = path.split('/')[4]!
    counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}

describe('a page whose pictures come a second late', () => {
  test('does not shift, whatever the layout, and asks for each picture once', async () => {
    const since = served.emulator.requests.length
    served.delays.pictures = 1000
    await open('/layouts', { viewport: { width: 1000, height: 4000 } })
    await alive()
    const before = await placesOf()
    expect(Object.keys(before)).toHaveLength(14)
    await showAll()
    expect(await page.locator('#lost').textContent()).toBe('gonelost')
    expect(await placesOf()).toEqual(before)
    expect(await page.evaluate(() => window.shift)).toBe(0)
    const ids = Object.keys(before)
    expect(deliveries(since)).toEqual(Object.fromEntries(ids.map((id) => [id, 1])))
  })
})

/** Where the line below each picture stands. */
const placesOf = () =>
  page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll('section'), ({ id, lastElementChild }) => [
        id,
        lastElementChild!.getBoundingClientRect().top,
      ]),
    ),
  )

test('without JavaScript, the average colour or the blurred picture stands in until the picture is there', async () => {
  served.delays.pictures = 1000
  await open('/layouts', {
    viewport: { width: 1000, height: 4000 },
    javaScriptEnabled: false,
  })
  await page.locator('#blurred img').waitFor()
  const early = [await colourOf('#constrained img'), await colourOf('#blurred img')]
  await page.waitForLoadState('load')
  await expect.poll(() => colourOf('#constrained img')).toBe('#c05020')
  expect(early[0]).toBe('#204060')
  expect(early[1]).not.toMatch(/#(?:204060|c05020|ffffff)/)
})

/** The colour in the middle of an element, as it is on the screen. */
async function colourOf(selector: string): Promise<string> {
  const shot = await page.locator(selector).screenshot()
  const { width, height } = await sharp(shot).metadata()
  const place = { left: width >> 1, top: height >> 1, width: 1, height: 1 }
  const [...bytes] = await sharp(shot).extract(place).removeAlpha().raw().toBuffer()
  // JPEG is off by one or two.
  return `#${bytes.map((byte) => (Math.round(byte / 16) * 16).toString(16).padStart(2, '0')).join('')}`
}

describe('under a strict CSP', () => {
  const csp =
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; report-uri /report"

  test('pictures with `csp` are laid out and come to life without a report', async () => {
    served.csp = csp
    await open('/strict')
    await alive()
    await page.locator('text=gone').waitFor()
    const box = await page.locator('picture img').boundingBox()
    expect(box?.width).toBe(1000 - 16)
    expect(await page.locator('img[style]').count()).toBe(0)
    expect(served.reports).toEqual([])
  })

  test('those without are reported, so a report would be seen', async () => {
    served.csp = csp
    await open('/styled')
    await alive()
    await expect.poll(() => served.reports.join('')).toContain('style-src')
  })
})

describe('an urgent picture', () => {
  test.each([
    [1400, 'widest/width=1200,height=300,fit=aspect-crop'],
    [1000, 'urgent/width=1088,height=544,fit=aspect-crop'],
    [500, 'urgent/width=800,height=800,fit=aspect-crop'],
  ])(
    'is asked for once, before the bundle and above all, and no other source is, at %i pixels',
    async (width, url) => {
      const asked: { path: string; priority: string }[] = []
      const context = await browser.newContext({ viewport: { width, height: 700 } })
      page = await context.newPage()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      session.on('Network.requestWillBeSent', ({ request }) => {
        asked.push({
          path: new URL(request.url).pathname,
          priority: request.initialPriority,
        })
      })
      const since = served.emulator.requests.length
      await page.goto(`${served.origin}/urgent`)
      await alive()
      await page.waitForTimeout(150)
      const pictures = asked.filter(({ path }) => path.startsWith('/cdn-cgi/'))
      expect(pictures.map(({ path }) => path.split('_/')[1])).toEqual([
        expect.stringContaining(url.split('/')[0]!),
        'urgentImage/width=300',
      ])
      expect(pictures[0]!.path).toContain(url)
      expect(pictures.map(({ priority }) => priority)).toEqual(['High', 'High'])
      const places = asked.map(({ path }) => path)
      expect(places.indexOf(pictures[0]!.path)).toBeLessThan(places.indexOf('/bundle.js'))
      expect(Object.values(deliveries(since))).toEqual([1, 1])
    },
  )

  test.each([
    ['reduce' as const, true],
    ['no-preference' as const, false],
  ])('that moves stands still where motion is %s', async (reducedMotion, still) => {
    const since = served.emulator.requests.length
    await open('/moving', { ...desktop, reducedMotion })
    await alive()
    const url = await page
      .locator('img')
      .evaluate((img: HTMLImageElement) => img.currentSrc)
    expect(url.includes('anim=false')).toBe(still)
    expect(deliveries(since)).toEqual({ moving: 1 })
  })
})

describe('a picture that failed before the bundle came', () => {
  test('gives way to its fallback, and is not asked for again', async () => {
    served.delays.bundle = 3000
    const since = served.emulator.requests.length
    await open('/layouts', { viewport: { width: 1000, height: 4000 } })
    await expect.poll(() => deliveries(since)).toMatchObject({ lost: 1, watched: 1 })
    expect(await page.locator('html[data-alive]').count()).toBe(0)
    await alive()
    await page.locator('text=gone').waitFor()
    await page.waitForTimeout(100)
    expect(deliveries(since)).toMatchObject({ lost: 1, watched: 1 })
  })
})

test('pictures that leave the page are not asked for again', async () => {
  const since = served.emulator.requests.length
  await open('/layouts', { viewport: { width: 1000, height: 4000 } })
  await alive()
  await showAll()
  const before = deliveries(since)
  await page.evaluate(() => window.leave())
  await page.waitForTimeout(200)
  expect(await page.locator('img').count()).toBe(0)
  expect(deliveries(since)).toEqual(before)
})

describe('a private picture', () => {
  test('that is needed larger after its signature has expired is signed anew', async () => {
    served.expiresIn = 2
    await open('/private', { viewport: { width: 300, height: 700 } })
    await page.waitForFunction(() => document.images[0]?.naturalWidth)
    const first = await srcOf()
    expect(first).toContain('/card?')
    await page.waitForTimeout(2200)
    served.expiresIn = 60
    await page.setViewportSize({ width: 900, height: 700 })
    await expect.poll(srcOf).toContain('/hero?')
    await expect
      .poll(() => page.evaluate(() => document.images[0]?.naturalWidth))
      .toBeGreaterThan(300)
    expect(await page.locator('text=gone').count()).toBe(0)
  })

  test('is shown again by the back button after its signature has expired', async () => {
    served.expiresIn = 2
    await open('/private', { viewport: { width: 300, height: 700 } })
    await page.waitForFunction(() => document.images[0]?.naturalWidth)
    const shown = await srcOf()
    await page.waitForTimeout(2200)
    await page.goto(`${served.origin}/styled`)
    await page.locator('img').waitFor()
    served.expiresIn = 60
    const since = served.emulator.requests.length
    await page.goBack()
    await page.waitForFunction(() => document.images[0]?.naturalWidth)
    const refused = served.emulator.requests
      .slice(since)
      .filter(({ status }) => status >= 400)
    // The browser has it in its cache, or asks once more and is given a new signature.
    expect(refused.length).toBeLessThan(2)
    await expect.poll(async () => (await srcOf()).split('?')[0]).toBe(shown.split('?')[0])
    await page.waitForFunction(() => document.images[0]?.naturalWidth)
  })

  const executablePath = systemChrome()
  test.skipIf(!executablePath)(
    'is still there on a page that was kept for the back button, and signed anew when it is needed larger',
    async () => {
      const chrome = await chromium.launch({
        executablePath: executablePath!,
        args: ['--no-sandbox'],
        ignoreDefaultArgs: ['--disable-back-forward-cache'],
      })
      try {
        served.expiresIn = 2
        page = await chrome.newPage({ viewport: { width: 300, height: 700 } })
        await page.goto(`${served.origin}/private`)
        await page.waitForFunction(() => document.images[0]?.naturalWidth)
        await page.evaluate(() => {
          addEventListener('pageshow', ({ persisted }) => {
            document.title = persisted ? 'restored' : 'loaded'
          })
        })
        const shown = await srcOf()
        await page.goto(`${served.origin}/styled`)
        await page.waitForTimeout(2200)
        served.expiresIn = 60
        const since = served.emulator.requests.length
        await page.evaluate(() => void setTimeout(() => history.back()))
        await expect.poll(() => page.title().catch(() => '')).toBe('restored')
        expect(await srcOf()).toBe(shown)
        expect(served.emulator.requests.slice(since)).toEqual([])
        await page.setViewportSize({ width: 900, height: 700 })
        await expect.poll(srcOf).toContain('/hero?')
        await page.waitForFunction(() => (document.images[0]?.naturalWidth ?? 0) > 300)
        expect(await page.locator('text=gone').count()).toBe(0)
      } finally {
        await chrome.close()
      }
    },
  )
})

const srcOf = () => page.evaluate(() => document.images[0]?.currentSrc ?? '')
