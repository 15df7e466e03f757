import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import type { Browser } from 'playwright'
import { createServer, defaultClientConditions } from 'vite'
import type { ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchOptions } from '../support/browser.ts'
import { photograph } from '../support/pictures.ts'
import { createCloud } from './createCloud.ts'
import type { Cloud } from './createCloud.ts'

const project = join(import.meta.dirname, '../..')

const html = `<!doctype html>
<div id="root"></div>
<script type="module" src="/main.tsx"></script>`

const main = `
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ImagesProvider } from 'react-cloudflare-images'
import { Photos } from './Photos.tsx'
import { Tray } from './Tray.tsx'

const endpoint = new URLSearchParams(location.search).get('endpoint')!
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ImagesProvider endpoint={endpoint}>
      <Photos />
      <Tray />
    </ImagesProvider>
  </StrictMode>,
)`

const tray = `
import { useUploads } from 'react-cloudflare-images'

export const Tray = () =>
  useUploads().map(({ id, name, status }) => <p key={id} data-status={status}>{name}</p>)`

/** The component whose file is edited. */
const photos = (heading: string, hook = '') => `
import { useState } from 'react'
import { useDirectUpload } from 'react-cloudflare-images'

export function Photos() {
  ${hook}
  const { uploads, getInputProps } = useDirectUpload({ onUnmount: 'continue' })
  return (
    <main>
      <h1>${heading}</h1>
      <input {...getInputProps()} />
      <output>{uploads.length}</output>
    </main>
  )
}`

let folder: string
let server: ViteDevServer
let cloud: Cloud
let browser: Browser
let origin: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'hot-reload-')))
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'index.html'), html)
  await writeFile(join(folder, 'main.tsx'), main)
  await writeFile(join(folder, 'Tray.tsx'), tray)
  await writeFile(join(folder, 'Photos.tsx'), photos('before'))
  server = await createServer({
    configFile: false,
    root: folder,
    cacheDir: join(folder, '.vite'),
    logLevel: 'warn',
    plugins: [react()],
    resolve: {
      alias: { 'react-cloudflare-images': join(project, 'src/index.ts') },
      conditions: ['react-cloudflare-images-source', ...defaultClientConditions],
    },
    // Named, since what is found only while a page runs makes Vite load it anew.
    optimizeDeps: {
      include: [
        '@tanstack/react-query',
        '@tanstack/react-virtual',
        'react',
        'react-dom/client',
        'react-dropzone',
        'react/jsx-dev-runtime',
        'thumbhash',
      ],
    },
    server: {
      host: '127.0.0.1',
      port: 0,
      fs: { allow: [folder, project] },
      watch: { ignored: join(project, '**') },
    },
  })
  await server.listen()
  const { port } = server.httpServer!.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  cloud = await createCloud(origin)
  browser = await chromium.launch(await launchOptions())
}, 60_000)

afterAll(async () => {
  await browser.close()
  await cloud.close()
  await server.close()
  await rm(folder, { recursive: true })
})

/** Opens the page, and gives what sets how many bytes a second leave it. */
const open = async () => {
  await writeFile(join(folder, 'Photos.tsx'), photos('before'))
  const page = await browser.newPage()
  // A busy machine is slow, not wrong.
  page.setDefaultTimeout(60_000)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const sendAt = async (uploadThroughput: number) =>
    cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    })
  await page.goto(`${origin}/?${new URLSearchParams({ endpoint: cloud.endpoint })}`)
  await page.getByRole('heading', { name: 'before' }).waitFor()
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  return { page, sendAt }
}

test.each([
  ['an edited text', 'text.png', photos('after'), '1'],
  // React cannot keep the state of a component whose hooks changed: it is unmounted, and the upload goes on in the tray.
  ['an edited hook', 'hook.png', photos('after', 'useState(0)'), '0'],
])(
  'an upload goes on through %s, and arrives once',
  async (_, name, edited, rows) => {
    const { page, sendAt } = await open()
    await sendAt(10_000)
    const bytes = await photograph({ width: 850, height: 620, format: 'png', grain: 200 })
    const buffer = Buffer.from(bytes)
    await page.locator('input').setInputFiles({ name, mimeType: 'image/png', buffer })
    await page.locator('p[data-status=uploading]').waitFor()
    await writeFile(join(folder, 'Photos.tsx'), edited)
    await page.getByRole('heading', { name: 'after' }).waitFor()
    expect(await page.locator('p').getAttribute('data-status')).toBe('uploading')
    expect(await page.locator('output').innerText()).toBe(rows)
    await sendAt(-1)
    const running = page.locator('p[data-status=uploading], p[data-status=processing]')
    await running.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
    const stored = await cloud.stored()
    expect(stored.filter((filename) => filename === name)).toHaveLength(1)
    const sent = cloud.emulator.requests.filter(
      ({ host, method }) => host === 'upload' && method === 'POST',
    )
    expect(sent).toHaveLength(stored.length)
    await page.close()
  },
  200_000,
)
