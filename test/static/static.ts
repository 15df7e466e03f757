// Visits the static Storybook on a plain static server: it must be fully alive, without a backend.
import { existsSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { photograph } from '../support/pictures.ts'
import { serveStatic } from './serveStatic.ts'

const root = join(import.meta.dirname, '../..')
const directory = join(root, 'node_modules/.cache/storybook-static')
const isBuilt = process.argv.includes('--built') && existsSync(directory)
if (!isBuilt)
  execFileSync('npm', ['run', '--silent', 'storybook:build'], {
    cwd: root,
    stdio: 'inherit',
  })

const patience = 60_000
const story = '/iframe.html?viewMode=story&id=start-here--start-here'
const photo = Buffer.from(await photograph({ width: 900, height: 600, grain: 40 }))
let passed = 0
let failed = 0

const check = async (title: string, run: () => Promise<void>) => {
  const began = performance.now()
  try {
    await run()
    passed += 1
    console.log(`passed  ${title} (${Math.round(performance.now() - began)} ms)`)
  } catch (error) {
    failed += 1
    console.log(
      `FAILED  ${title}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const must = (isTrue: boolean, what: string) => {
  if (!isTrue) throw new Error(what)
}

/** Gives the page a picture, as its file dialog would. */
const upload = async (page: Page, name: string) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: photo })

/** Names in the backend's list, by the page's own fetch. */
const names = async (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/images?limit=100')
    const { images } = (await answer.json()) as { images: { filename: string }[] }
    return images.map(({ filename }) => filename)
  })

/** Size and type of a delivered picture, by fetch and the browser's decoder. */
const delivered = async (page: Page, path: string) =>
  page.evaluate(async (url) => {
    const answer = await fetch(url)
    const blob = await answer.blob()
    const bitmap = answer.ok ? await createImageBitmap(blob) : undefined
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      said: answer.headers.get('cf-emulator'),
      width: bitmap?.width,
      height: bitmap?.height,
    }
  }, path)

/** Waits until a picture with this in its alternative text is really there. */
const shown = async (page: Page, text: string) =>
  page.waitForFunction(
    (part) =>
      [...document.images].some(
        ({ alt, naturalWidth }) => alt.includes(part) && naturalWidth > 0,
      ),
    text,
    { timeout: patience },
  )

const hash = 'Emulator_Account_Hash_'
const sample = `/cdn-cgi/imagedelivery/${hash}/samples/coast`

const browser = await chromium.launch(await launchOptions())
for (const path of ['', '/docs/images']) {
  const server = await serveStatic(directory, { path })
  const context = await browser.newContext()
  const page = await context.newPage()
  const where = path === '' ? 'at the root' : 'under a sub-path'

  await check(
    `${where}: the first visit shows the samples, and says what it is`,
    async () => {
      await page.goto(server.base + story)
      const picture = page
        .getByRole('img', { name: 'A sandy coast under a low sun' })
        .first()
      await picture.waitFor({ timeout: patience })
      await shown(page, 'coast')
      must(
        await page.getByText('run in a service worker').isVisible(),
        'the notice is not there',
      )
    },
  )

  await check(
    `${where}: every size comes out as asked, in the formats of a canvas`,
    async () => {
      const small = await delivered(page, `${sample}/width=300`)
      must(
        small.status === 200 && small.width === 300 && small.height === 200,
        JSON.stringify(small),
      )
      const square = await delivered(
        page,
        `${sample}/width=120,height=120,fit=cover,format=png`,
      )
      must(
        square.width === 120 && square.height === 120 && square.type === 'image/png',
        JSON.stringify(square),
      )
      const avif = await delivered(page, `${sample}/width=50,format=avif`)
      must(
        avif.type === 'image/webp' && avif.said === 'approximate=format',
        JSON.stringify(avif),
      )
      const real = await delivered(
        page,
        `https://imagedelivery.net/${hash}/samples/coast/avatar`,
      )
      must(real.width === 96 && real.height === 96, JSON.stringify(real))
      const nothing = await delivered(
        page,
        `/cdn-cgi/imagedelivery/${hash}/nobody/avatar`,
      )
      must(nothing.status === 404, JSON.stringify(nothing))
    },
  )

  await check(
    `${where}: an upload shows paced progress, is listed and delivered`,
    async () => {
      await page.evaluate(() => {
        const seen: number[] = []
        Object.assign(globalThis, { seen })
        new MutationObserver(() => {
          for (const bar of document.querySelectorAll<HTMLProgressElement>(
            'progress, [role=progressbar]',
          )) {
            const value = Number(bar.value ?? bar.getAttribute('aria-valuenow'))
            if (value > 0 && value !== seen.at(-1)) seen.push(value)
          }
        }).observe(document.body, { subtree: true, attributes: true, childList: true })
      })
      await upload(page, 'mine.jpg')
      await shown(page, 'mine')
      const seen = await page.evaluate(
        () => (globalThis as unknown as { seen: number[] }).seen,
      )
      must(seen.length >= 2, `progress was seen ${seen.length} times`)
      must((await names(page)).includes('mine.jpg'), 'the backend does not list it')
    },
  )

  await check(`${where}: a cancelled upload is not stored`, async () => {
    await upload(page, 'cancelled.jpg')
    await page
      .getByRole('button', { name: /^cancel.*cancelled\.jpg/i })
      .click({ timeout: patience })
    await page.waitForTimeout(2_500)
    must(!(await names(page)).includes('cancelled.jpg'), 'it is in the list')
  })

  await check(
    `${where}: after a hard reload, and in a second tab, all is as it was`,
    async () => {
      const session = await context.newCDPSession(page)
      await session.send('Page.enable')
      await session.send('Page.reload', { ignoreCache: true })
      await page
        .getByRole('img', { name: /coast/ })
        .first()
        .waitFor({ timeout: patience })
      await page.waitForFunction(
        () => navigator.serviceWorker.controller !== null,
        undefined,
        { timeout: patience },
      )
      must((await names(page)).includes('mine.jpg'), 'the upload is gone')
      const second = await context.newPage()
      await second.goto(server.base + story)
      await second
        .getByRole('img', { name: /coast/ })
        .first()
        .waitFor({ timeout: patience })
      must((await names(second)).includes('mine.jpg'), 'the second tab does not see it')
      await second.close()
    },
  )

  await check(`${where}: an image is deleted, and its URL is gone`, async () => {
    const left = await page.evaluate(async () => {
      const listed = await fetch('/api/images?limit=100')
      const { images } = (await listed.json()) as {
        images: { id: string; filename: string }[]
      }
      const mine = images.find(({ filename }) => filename === 'mine.jpg')!
      const { status } = await fetch(`/api/images/${mine.id}`, { method: 'DELETE' })
      const shown = await fetch(
        `/cdn-cgi/imagedelivery/Emulator_Account_Hash_/${mine.id}/avatar`,
      )
      return [status, shown.status]
    })
    must(JSON.stringify(left) === '[204,404]', JSON.stringify(left))
    must(!(await names(page)).includes('mine.jpg'), 'it is still listed')
  })

  await check(`${where}: the server was asked for files alone`, async () => {
    const wrong = server.asked.filter((line) =>
      /\/api\/|cdn-cgi|client\/v4|Emulator_Account/.test(line),
    )
    must(wrong.length === 0, wrong.slice(0, 3).join(', '))
  })

  await context.close()
  server.close()
}

await check('where service workers are off, a polite word and no error', async () => {
  const server = await serveStatic(directory)
  const context = await browser.newContext()
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.base + story)
  await page.getByText('need a service worker').waitFor({ timeout: patience })
  must(errors.length === 0, errors.join(', '))
  await context.close()
  server.close()
})

await browser.close()
console.log(`static: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
