import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from 'playwright'

/** What a browser saw on a page. */
export interface Visit {
  page: Page
  /** Console messages, errors and failed requests, so far. */
  complaints: string[]
  /** Every address that was asked for, so far. */
  requests: string[]
  /** Bytes of every script that was loaded, so far. */
  scripts: () => Promise<Weight>
  close: () => Promise<void>
}

/** Bytes, as they are and compressed one file at a time. */
export interface Weight {
  raw: number
  gzip: number
}

/** Opens a page in a context of its own, listening from before its first byte. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  // Tall enough that no picture waits to be scrolled to.
  const context = await browser.newContext({ viewport: { width: 1280, height: 8000 } })
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  const scripts = new Map<string, Response>()
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.push(`${response.status()}: ${response.url()}`)
    const type = response.headers()['content-type'] ?? ''
    if (/javascript/.test(type)) scripts.set(response.url(), response)
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return {
    page,
    complaints,
    requests,
    scripts: async () =>
      weigh(await Promise.all([...scripts.values()].map((script) => script.body()))),
    close: () => context.close(),
  }
}

/** How much more `a` weighs than `b`. */
export function differenceOf(a: Weight, b: Weight): Weight {
  return { raw: a.raw - b.raw, gzip: a.gzip - b.gzip }
}

const weigh = (bodies: Buffer[]): Weight => ({
  raw: sum(bodies.map((body) => body.length)),
  gzip: sum(bodies.map((body) => gzipSync(body, { level: 9 }).length)),
})

const sum = (numbers: number[]): number =>
  numbers.reduce((total, number) => total + number, 0)
