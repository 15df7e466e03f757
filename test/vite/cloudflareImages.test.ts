import { cloudflareImages } from 'react-cloudflare-images/vite'
import type { CloudflareImagesOptions } from 'react-cloudflare-images/vite'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { createServer, defaultServerConditions, preview } from 'vite'
import type { InlineConfig } from 'vite'
import { fileOf, photograph } from '../support/pictures.ts'

const source = process.env['TEST_DIST'] ? [] : ['react-cloudflare-images-source']
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

const environment = { ...process.env }
afterEach(() => {
  for (const name of Object.keys(process.env))
    if (!(name in environment)) delete process.env[name]
})

/** An app of one page, and whatever files a test gives it. */
const app = (files: Record<string, string> = {}) => {
  const root = mkdtempSync(join(tmpdir(), 'vite-app-'))
  cleanups.push(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>app</title>')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  return root
}

const configure = (options: CloudflareImagesOptions, root: string) =>
  ({
    root,
    configFile: false,
    logLevel: 'silent',
    cacheDir: join(root, '.vite'),
    plugins: [cloudflareImages(options)],
    ssr: { resolve: { conditions: [...source, ...defaultServerConditions] } },
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, ws: false },
    preview: { host: '127.0.0.1', port: 0 },
  }) satisfies InlineConfig

const develop = async (options: CloudflareImagesOptions = {}, root = app()) => {
  const server = await createServer(configure(options, root))
  cleanups.push(() => server.close())
  await server.listen()
  return `http://127.0.0.1:${(server.httpServer!.address() as AddressInfo).port}`
}

interface Answer {
  id?: string
  filename?: string
  images?: { id: string }[]
  error?: { code: string }
  result?: unknown
}
const json = async (response: Response) => (await response.json()) as Answer

/** What an uploader does: asks the backend for an URL, and sends the file there. */
const upload = async (origin: string, endpoint = '/api/images') => {
  const bytes = await photograph({ width: 600, height: 400, orientation: 6 })
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({
    filename: 'a.jpg',
    type: 'image/jpeg',
    size: bytes.length,
  })
  const minted = await fetch(`${origin}${endpoint}`, { method: 'POST', headers, body })
  expect(minted.status).toBe(201)
  const { id, uploadURL } = (await json(minted)) as { id: string; uploadURL: string }
  const form = new FormData()
  form.set('file', fileOf(bytes, 'a.jpg', 'image/jpeg'))
  expect((await fetch(uploadURL, { method: 'POST', body: form })).status).toBe(200)
  return { id, uploadURL }
}

const sizeAt = async (url: string) => {
  const response = await fetch(url, { headers: { accept: 'image/webp' } })
  expect(response.status).toBe(200)
  const { format, width, height } = await sharp(await response.arrayBuffer()).metadata()
  return [format, width, height]
}

test('a page uploads, lists, shows and deletes on the origin of the dev server', async () => {
  const origin = await develop()
  const { id, uploadURL } = await upload(origin)
  expect(new URL(uploadURL).origin).toBe(origin)
  const listed = await json(await fetch(`${origin}/api/images`))
  expect(listed.images?.map((image) => image.id)).toEqual([id])
  const hash = new URL(uploadURL).pathname.split('/')[1]
  expect(await sizeAt(`${origin}/cdn-cgi/imagedelivery/${hash}/${id}/width=150`)).toEqual(
    ['webp', 150, 100],
  )
  expect(await sizeAt(`${origin}/${hash}/${id}/public`)).toEqual(['webp', 600, 400])
  expect((await fetch(`${origin}/api/images/${id}`, { method: 'DELETE' })).status).toBe(
    204,
  )
  expect((await fetch(`${origin}/${hash}/${id}/public`)).status).toBe(404)
})

test('the app itself is served as ever', async () => {
  const origin = await develop()
  expect(await (await fetch(`${origin}/`)).text()).toContain('<title>app</title>')
  expect(
    (
      await fetch(`${origin}/images/v1`, { headers: { accept: 'text/html' } })
    ).headers.get('content-type'),
  ).toMatch(/html/)
  expect(
    (await fetch(`${origin}/api/imagesque`, { headers: { accept: '*/*' } })).headers.get(
      'content-type',
    ),
  ).not.toMatch(/json/)
})

test("Cloudflare's API answers, and no page of another origin may read it", async () => {
  const origin = await develop({ apiToken: 'secret' })
  const url = `${origin}/client/v4/accounts/any/images/v1/stats`
  const headers = { authorization: 'Bearer secret', origin: 'http://localhost:9999' }
  const response = await fetch(url, { headers })
  expect((await json(response)).result).toMatchObject({ count: { current: 0 } })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)
})

test('a page of its own shows what the emulator holds', async () => {
  const origin = await develop()
  const { id } = await upload(origin)
  const page = await fetch(`${origin}/__emulator/`)
  expect(page.headers.get('content-type')).toMatch(/html/)
  expect(await page.text()).toContain(id)
})

test('flexible variants are on, unless they are switched off', async () => {
  const origin = await develop({ flexibleVariants: false })
  const { id, uploadURL } = await upload(origin)
  const url = uploadURL.replace(id, `${id}/width=10`)
  const response = await fetch(url)
  expect([response.status, response.headers.get('cf-resized')]).toEqual([403, 'err=9429'])
})

test('the endpoint may stand elsewhere, or nowhere', async () => {
  await upload(await develop({ endpoint: '/backend/pictures/' }), '/backend/pictures')
  const none = await develop({ endpoint: false })
  const response = await fetch(`${none}/api/images`, {
    headers: { accept: 'application/json' },
  })
  expect(response.headers.get('content-type') ?? '').not.toMatch(/json/)
})

test("the README's backend runs unchanged in place of the demo backend", async () => {
  const root = join(import.meta.dirname, '../../stories/start')
  const server = await createServer({
    ...configure({ backend: './backend.ts' }, root),
    cacheDir: join(tmpdir(), `vite-${process.pid}`),
  })
  cleanups.push(() => server.close())
  await server.listen()
  const origin = `http://127.0.0.1:${(server.httpServer!.address() as AddressInfo).port}`
  const { id, uploadURL } = await upload(origin)
  expect(new URL(uploadURL).origin).toBe(origin)
  const other = await json(
    await fetch(`${origin}/api/images`, { headers: { 'x-demo-user': 'ada' } }),
  )
  expect(other.images).toEqual([])
  const own = await json(await fetch(`${origin}/api/images/${id}`))
  expect([own.id, own.filename, 'draft' in own]).toEqual([id, 'a.jpg', false])
})

test('upload URLs have the address that the page has, behind a proxy too', async () => {
  const backend = `export const handler = async () => {
    const { CLOUDFLARE_API_BASE_URL: api, CLOUDFLARE_ACCOUNT_ID: account } = process.env
    const body = new FormData()
    body.set('requireSignedURLs', 'false')
    const answer = await fetch(\`\${api}/accounts/\${account}/images/v2/direct_upload\`, { method: 'POST', body, headers: { authorization: 'Bearer any' } })
    return Response.json({ ...await answer.json(), delivery: process.env.CLOUDFLARE_IMAGES_BASE_URL })
  }`
  const origin = await develop({ backend: './images.ts' }, app({ 'images.ts': backend }))
  const port = Number(new URL(origin).port)
  const headers = { host: 'localhost:1234' }
  const [response] = (await once(
    get({ port, path: '/api/images', headers }),
    'response',
  )) as [IncomingMessage]
  const answer = (await response.toArray()).join('')
  const { result, delivery } = JSON.parse(answer) as {
    result: { uploadURL: string }
    delivery: string
  }
  expect(new URL(result.uploadURL).origin).toBe('http://localhost:1234')
  expect(delivery).toBe('http://localhost:1234/cdn-cgi/imagedelivery')
})

test('a backend that fails is told as such', async () => {
  const answer = async (text: string) => {
    const origin = await develop({ backend: './images.ts' }, app({ 'images.ts': text }))
    const response = await fetch(`${origin}/api/images`)
    return [response.status, (await json(response)).error?.code]
  }
  expect(await answer('export const other = 1')).toEqual([500, 'server-error'])
  expect(await answer('export const = syntax error')).toEqual([500, 'server-error'])
  expect(await answer('export const handler = () => { throw new Error("no") }')).toEqual([
    500,
    'server-error',
  ])
})

test.each([
  ['the demo backend', {}, []],
  ['a backend in TypeScript', { backend: './images.ts' }, [{ id: 'mine' }]],
] as const)('a preview has the emulator and %s', async (_, options, images) => {
  const text =
    'export const handler = async (): Promise<Response> => Response.json({ images: [{ id: "mine" }] })'
  const root = app({ 'images.ts': text })
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist/index.html'), '<title>built</title>')
  const server = await preview(configure(options, root))
  cleanups.push(() => server.close())
  const origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`
  expect((await json(await fetch(`${origin}/api/images`))).images).toEqual(images)
  expect(
    (await fetch(`${origin}/client/v4/accounts/any/images/v2`)).headers.get(
      'content-type',
    ),
  ).toMatch(/json|text\/plain/)
  expect(await (await fetch(`${origin}/`)).text()).toContain('built')
})

test('a server in middleware mode, as Storybook has it, needs no address of its own', async () => {
  const server = await createServer({
    ...configure({}, app()),
    server: { middlewareMode: true, ws: false },
  })
  const host = createHttpServer(server.middlewares).listen(0, '127.0.0.1')
  cleanups.push(
    () => server.close(),
    () => host.close(),
    () => host.closeAllConnections(),
  )
  await new Promise((resolve) => host.once('listening', resolve))
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  const { uploadURL } = await upload(origin)
  expect(new URL(uploadURL).origin).toBe(origin)
})

test('images in a directory outlive the server', async () => {
  const dir = join(app(), 'images')
  const { id } = await upload(await develop({ dir }))
  expect(readdirSync(join(dir, 'images')).some((name) => name.endsWith('.jpg'))).toBe(
    true,
  )
  const origin = await develop({ dir })
  expect((await json(await fetch(`${origin}/api/images/${id}`))).id).toBe(id)
})

test('a fault cuts the connection, and the server lives on', async () => {
  const plugin = cloudflareImages({ faults: [{ host: 'upload', reset: true, times: 1 }] })
  const server = await createServer({ ...configure({}, app()), plugins: [plugin] })
  cleanups.push(() => server.close())
  await server.listen()
  const origin = `http://127.0.0.1:${(server.httpServer!.address() as AddressInfo).port}`
  await expect(upload(origin)).rejects.toThrow('fetch failed')
  await upload(origin)
  expect(
    plugin.api?.emulator.requests
      .filter(({ host }) => host === 'upload')
      .map(({ status }) => status),
  ).toEqual([0, 200])
})
