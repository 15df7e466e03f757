// A backend, or a bare pipe, in a process of its own that watches its own memory while it passes pictures on.
import { createServer, request as callUpstream } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'

/** What the process holds, in bytes, after its garbage was collected. */
export interface Held {
  /** Objects and buffers that are in use. */
  live: number
  /** Pages of memory. */
  resident: number
}

const upstream = process.env['UPSTREAM'] ?? ''
const backend: RequestListener = toNodeHandler(
  createImagesHandler({
    images: cloudflareApi({ accountId: 'account', apiToken: 'token', baseUrl: upstream }),
    authorize: () => ({ id: 'ada' }),
    on: { error: () => undefined },
  }),
)
/** What Node does of itself: the form goes on as it came. */
const pipe: RequestListener = (request, response) => {
  const headers = { 'content-type': request.headers['content-type'] }
  const call = callUpstream(upstream, { method: 'POST', headers }, (answer) =>
    answer.pipe(response),
  )
  request.pipe(call)
}

const held = (): Held => {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { live: heapUsed + external, resident: rss }
}

let before = held()
let most = before
setInterval(() => {
  const now = held()
  most = {
    live: Math.max(most.live, now.live),
    resident: Math.max(most.resident, now.resident),
  }
}, 20).unref()
process.on('message', (word) => {
  if (word === 'begin') most = before = held()
  const growth: Held = {
    live: most.live - before.live,
    resident: most.resident - before.resident,
  }
  process.send?.(growth)
})

const server = createServer(process.env['PEER'] === 'pipe' ? pipe : backend)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.send?.((server.address() as AddressInfo).port),
)
