import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import {
  buildSrcSet,
  defineDelivery,
  sizesAttribute,
  widthLadder,
} from 'react-cloudflare-images/url'
import type { SlotOptions } from 'react-cloudflare-images/url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchOptions } from '../support/browser.ts'
import { choose, constrained, fullWidth } from './ladder/overserve.ts'
import type { Slot } from './ladder/overserve.ts'

const delivery = defineDelivery({
  accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
  baseUrl: 'http://pictures.test',
})
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

/** Slots as options, and as the widths that they have. */
const slots: [SlotOptions, Slot][] = [
  [{ layout: 'fullWidth' }, fullWidth],
  [{ width: 320 }, constrained(320)],
  [{ width: 800 }, constrained(800)],
  [{ width: 1200 }, constrained(1200)],
  [
    { sizes: { base: '100vw', 640: 608, 1024: 604 } },
    (viewport) => (viewport >= 1024 ? 604 : viewport >= 640 ? 608 : viewport),
  ],
  [{ sizes: { base: '50vw' } }, (viewport) => viewport / 2],
]

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch(await launchOptions())
}, 120_000)
afterAll(() => browser.close())

describe('Chromium', () => {
  test.each([
    [320, 2],
    [360, 2],
    [360, 3],
    [390, 3],
    [412, 2.625],
    [414, 2],
    [430, 3],
    [820, 2],
    [1280, 1.5],
    [1366, 1],
    [1440, 2],
    [1536, 1.25],
    [1920, 1],
    [2560, 1],
  ])(
    'takes the candidates that were foreseen on a viewport of %d at density %d',
    async (viewport, density) => {
      const foreseen = slots.map(([options, slot]) =>
        choose(widthLadder(options), slot, { viewport, density }),
      )
      expect(
        await chosen(
          slots.map(([options]) => options),
          viewport,
          density,
        ),
      ).toEqual(foreseen)
    },
    30_000,
  )

  test('takes no more than twice the slot where maxDpr says so, on a phone of density 3', async () => {
    const [free, capped] = await chosen(
      [{ layout: 'fullWidth' }, { layout: 'fullWidth', maxDpr: 2 }],
      390,
      3,
    )
    expect(free).toBeGreaterThan(2.5 * 390)
    expect(capped).toBeLessThan(2.2 * 390)
  }, 30_000)
})

/** The widths of the candidates that Chromium asks for. */
async function chosen(
  options: SlotOptions[],
  viewport: number,
  density: number,
): Promise<number[]> {
  const page = await browser.newPage({
    viewport: { width: viewport, height: 800 },
    deviceScaleFactor: density,
  })
  await page.route('http://pictures.test/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: svg }),
  )
  const images = options.map((slot) => {
    const srcSet = buildSrcSet(delivery, 'people/ada', { widths: widthLadder(slot) })
    return `<img alt="" srcset="${srcSet}" sizes="${sizesAttribute(slot)}">`
  })
  await page.setContent(images.join(''))
  const sources = await page.evaluate(() =>
    Array.from(document.images, (image) => image.currentSrc),
  )
  await page.close()
  return sources.map((source) => Number(/width=(\d+)/.exec(source)?.[1]))
}
