// Photographs the page to start from, in every state, width and scheme, and the README's picture.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { paint, samples } from '../../.storybook/samples.ts'
import { launchOptions } from '../support/browser.ts'

const root = join(import.meta.dirname, '../..')
const shots = join(root, 'node_modules/.cache/screenshots')
const port = 6016
const origin = `http://localhost:${port}`
const widths = { phone: 360, tablet: 768, wide: 1440 }
const schemes = ['light', 'dark'] as const

await mkdir(shots, { recursive: true })
const folder = await mkdtemp(join(tmpdir(), 'screenshots-'))
const files: string[] = []
for (const sample of samples) {
  const file = join(
    folder,
    `${sample.id.split('/')[1]}.${sample.id.endsWith('leaf') ? 'png' : 'jpg'}`,
  )
  await writeFile(file, await paint(sample))
  files.push(file)
}
const storybook = spawn(
  join(root, 'node_modules/.bin/storybook'),
  [
    'dev',
    '--port',
    String(port),
    '--exact-port',
    '--ci',
    '--disable-telemetry',
    '--quiet',
  ],
  { cwd: root, detached: true, stdio: 'ignore' },
)
const browser = await chromium.launch(await launchOptions())
try {
  await answers()
  await readmePicture(browser)
  for (const [name, width] of Object.entries(widths)) {
    for (const scheme of schemes) await photograph(browser, { name, width, scheme })
  }
} finally {
  await browser.close()
  process.kill(-storybook.pid!)
  await rm(folder, { recursive: true })
}

async function answers(): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (
      await fetch(`${origin}/index.json`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('Storybook did not start within two minutes.')
}

interface Shot {
  name: string
  width: number
  scheme: (typeof schemes)[number]
}

async function open(from: Browser, { name, width, scheme }: Shot): Promise<Page> {
  const context = await from.newContext({
    viewport: { width, height: Math.round(width * 0.7) + 300 },
    extraHTTPHeaders: { 'x-demo-user': `${name}-${scheme}-${Date.now()}` },
  })
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  const query = `id=start-here--start-here&viewMode=story&globals=scheme:${scheme}`
  await page.goto(`${origin}/iframe.html?${query}`)
  await page.getByRole('heading', { name: 'Put in' }).waitFor()
  await page.waitForTimeout(800)
  return page
}

/** Empty, uploading, failed, done. */
async function photograph(from: Browser, shot: Shot): Promise<void> {
  const page = await open(from, shot)
  const take = async (state: string) => {
    await showLazyImages(page)
    await page.screenshot({
      path: join(shots, `${state}-${shot.name}-${shot.scheme}.png`),
      fullPage: true,
    })
  }
  const input = page.locator('.rci-uploader input[type=file]').first()
  await take('empty')

  const session = await page.context().newCDPSession(page)
  const throttle = (bytes: number) =>
    session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 20,
      downloadThroughput: -1,
      uploadThroughput: bytes,
    })
  await throttle(60_000)
  await input.setInputFiles(files.slice(0, 4))
  await page.locator('.rci-uploader-item[data-status=uploading]').first().waitFor()
  await page.waitForTimeout(1500)
  await take('uploading')
  await throttle(-1)
  await page.waitForFunction(
    () =>
      document.querySelectorAll('.rci-uploader-item[data-status=success]').length === 4,
  )
  await page.waitForTimeout(1500)
  await take('done')

  const text = join(folder, 'notes.png')
  const empty = join(folder, 'empty.jpg')
  await writeFile(text, 'This is not a picture.')
  await writeFile(empty, '')
  await page.route('**/api/images', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 403, json: {} })
      : route.continue(),
  )
  await input.setInputFiles([text, empty, files[4]!])
  await page.locator('.rci-uploader-item[data-status=error]').first().waitFor()
  await page.waitForTimeout(500)
  await take('failed')
  await page.context().close()
}

/** Scrolls through the page, so that images below the fold are there when it is photographed whole. */
async function showLazyImages(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0; y < height; y += 600) await page.mouse.wheel(0, 600)
  await page.waitForTimeout(500)
  await page.evaluate(() => window.scrollTo(0, 0))
}

/** The README's picture: the page in use, as wide as a README is read. */
async function readmePicture(from: Browser): Promise<void> {
  const page = await open(from, { name: 'readme', width: 1200, scheme: 'light' })
  await page.locator('.rci-uploader input[type=file]').first().setInputFiles(files)
  await page.waitForFunction(
    (count) =>
      document.querySelectorAll('.rci-uploader-item[data-status=success]').length ===
      count,
    files.length,
  )
  await page.waitForTimeout(2000)
  await page.screenshot({
    path: join(root, 'stories/start/start-here.png'),
    clip: { x: 0, y: 0, width: 1200, height: 1500 },
    fullPage: true,
  })
  await page.context().close()
}
