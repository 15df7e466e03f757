import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { pixel } from '../server/clientContract.ts'
import type { SoakResult } from './SoakResult.ts'

const users = ['ada', 'bob', 'cleo', 'dan']
const file = { filename: 'pixel.png', type: 'image/png', size: 70 }
const oneOf = <TItem>(items: readonly TItem[]) =>
  items[Math.floor(Math.random() * items.length)]

/** Good and hostile calls over loopback, by several users at once. */
export async function soak(seconds: number): Promise<SoakResult[]> {
  const emulator = createEmulator()
  const cloud = await serveEmulator(emulator)
  const env = emulator.env(cloud.origin)
  const images = cloudflareApi({
    accountId: env.CLOUDFLARE_ACCOUNT_ID,
    apiToken: env.CLOUDFLARE_API_TOKEN,
    baseUrl: env.CLOUDFLARE_API_BASE_URL,
  })
  const handler = createImagesHandler({
    images,
    authorize: ({ headers }) => {
      const id = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
      return id === undefined ? null : { id }
    },
    on: { error: () => undefined },
  })
  const server = createServer(toNodeHandler(handler)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/images`

  /** Whose each image is. */
  const owners = new Map<string, string>()
  const statuses = new Map<number, number>()
  const leaks: string[] = []

  const call = async (user: string | undefined, path: string, init: RequestInit = {}) => {
    const headers = {
      ...(user && { authorization: `Bearer ${user}` }),
      ...(init.headers as object),
    }
    const response = await fetch(endpoint + path, { ...init, headers })
    const text = await response.text()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    for (const [id] of text.matchAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g)) {
      if (owners.has(id) && owners.get(id) !== user)
        leaks.push(`${user} ${path}: ${text}`)
    }
    return text
  }
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

  const upload = async (user: string) => {
    const { id, uploadURL } = JSON.parse(await call(user, '', json('POST', file))) as {
      id: string
      uploadURL: string
    }
    owners.set(id, user)
    const body = new FormData()
    body.set('file', new File([pixel], 'pixel.png'))
    await (await fetch(uploadURL, { method: 'POST', body })).arrayBuffer()
  }
  const remove = async (user: string) => {
    const own = [...owners].filter(([, owner]) => owner === user)
    for (const [id] of own.slice(5)) {
      await call(user, `/${id}`, { method: 'DELETE' })
      owners.delete(id)
    }
  }
  const calls: readonly ((user: string, id: string) => Promise<unknown>)[] = [
    upload,
    remove,
    (user) => call(user, '?limit=100&urls=public'),
    (user, id) => call(user, `/${id}`),
    (user, id) => call(user, `/${id}`, json('PATCH', { alt: user })),
    (user, id) =>
      call(user, '/-/signed-urls', json('POST', { ids: [id], variants: ['public'] })),
    (user, id) => call(user, '/-/confirm', json('POST', { ids: [id] })),
    // Hostile: no name, other sites, foreign ids, bodies that are none, paths that wind.
    (_, id) => call(undefined, `/${id}`),
    (user) =>
      call(user, '', {
        ...json('POST', file),
        headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      }),
    (user) => call(user, '', json('POST', '{"filename":')),
    (user) =>
      call(user, '', json('POST', { ...file, metadata: { long: 'x'.repeat(20_000) } })),
    (user) => call(user, '/keys'),
    (user) => call(user, '/-/constructor', json('POST', {})),
    (user) => call(user, '/%252e%252e/x', { method: 'DELETE' }),
    (user) => call(user, `?limit=${Math.random() < 0.5 ? 1e9 : 'x'}&creator=*`),
    (user) => call(user, '/-/import', json('POST', { url: 'https://169.254.169.254/' })),
    (user) =>
      call(user, '/-/proxy', {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x\r\nnonsense',
      }),
  ]

  const use = async (until: number) => {
    while (Date.now() < until) {
      const user = oneOf(users) ?? 'ada'
      const id = oneOf([...owners.keys()]) ?? 'none'
      // A server closes a connection whose body it refused to read; that is no answer, and no failure.
      await oneOf(calls)?.(user, id).catch(() => undefined)
    }
  }
  const stretch = (length: number) =>
    Promise.all(Array.from({ length: 8 }, () => use(Date.now() + length * 1_000)))
  const memory = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed / 1e6
  }

  await stretch(seconds / 3)
  const before = memory()
  await stretch((seconds * 2) / 3)
  const after = memory()
  server.closeAllConnections()
  server.close()
  await cloud.close()

  const counts = [...statuses].toSorted(([a], [b]) => a - b)
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const said = counts.map(([status, count]) => `${status}: ${count}`).join(', ')
  return [
    {
      title: 'no call is answered with a 5xx',
      holds: total > 100 && counts.every(([status]) => status < 500),
      figures: `${total} calls, ${said}`,
    },
    {
      title: 'good calls are served and hostile ones refused',
      holds: [200, 201, 204, 401, 403, 404, 413, 422].every((status) =>
        statuses.has(status),
      ),
      figures: said,
    },
    {
      title: 'nobody sees another’s image',
      holds: leaks.length === 0,
      figures: leaks[0] ?? `${owners.size} images of ${users.length} users`,
    },
    {
      title: 'memory stays flat',
      holds: after - before < 15,
      figures: `${before.toFixed(1)} MB, then ${after.toFixed(1)} MB`,
    },
  ]
}
