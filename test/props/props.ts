// Reads the props tables of the built Storybook, and fails on a prop or a sentence that is missing.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { launchOptions } from '../support/browser.ts'
import { declaredProps } from './declaredProps.ts'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'node_modules/.cache/storybook-static')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

if (!existsSync(join(built, 'index.json'))) {
  throw new Error(
    'There is no built Storybook to read. Run `npm run storybook:build` first.',
  )
}

const server = createServer((request, response) => {
  const path = normalize(join(built, new URL(request.url!, 'http://localhost').pathname))
  if (!path.startsWith(built) || !existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404).end()
    return
  }
  response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
  createReadStream(path).pipe(response)
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const browser = await chromium.launch(await launchOptions())
let passed = 0
const failures: string[] = []
try {
  const page = await browser.newPage()
  const index = (await (await fetch(`${origin}/index.json`)).json()) as {
    entries: Record<string, { id: string; type: string; title: string }>
  }
  const docs = Object.values(index.entries).filter(({ type }) => type === 'docs')
  for (const { component, props } of declaredProps(join(root, 'src/index.ts'))) {
    const entry = docs.find(({ title }) => component.startsWith(title.split('/').at(-1)!))
    if (!entry) {
      failures.push(`${component} is on no page`)
      continue
    }
    const url = `${origin}/iframe.html?viewMode=docs&id=${entry.id}`
    const rows = await tableOf(page, url, component)
    for (const name of props) {
      const row = rows.find((one) => one.name === name)
      if (!row) failures.push(`${component}: ${name} is not in the table`)
      else if (row.sentence === '') failures.push(`${component}: ${name} has no sentence`)
      else if (row.type === '') failures.push(`${component}: ${name} has no type`)
      else passed++
    }
  }
} finally {
  await browser.close()
  server.close()
}

failures.forEach((failure) => console.log(failure))
console.log(`props tables: ${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0

/** The rows of a component's props table, on its own page or in its tab on the page of what it is a part of. */
async function tableOf(
  page: Page,
  url: string,
  component: string,
): Promise<{ name: string; sentence: string; type: string }[]> {
  await page.goto(url)
  const table = page.locator('.docblock-argstable').first()
  await table.waitFor({ timeout: 30_000 }).catch(() => undefined)
  const tab = page.getByRole('tab', { name: component, exact: true })
  if ((await tab.count()) > 0) await tab.click()
  return page
    .locator('.docblock-argstable:visible')
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const [name, description] = row.querySelectorAll('td')
        const [sentence, type] = description?.children ?? []
        return {
          name: name?.textContent?.replace(/\*$/, '').trim() ?? '',
          sentence: type ? (sentence?.textContent?.trim() ?? '') : '',
          type: (type ?? sentence)?.textContent?.trim() ?? '',
        }
      }),
    )
}
