// What pictures cost that pass through the backend: its memory, and whether it hangs up where the client does.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildForNode } from '../support/buildForNode.ts'
import { createReport, median } from './createReport.ts'
import type { Held } from './proxyServer.ts'

const report = createReport('proxy')
const size = 9_000_000
const uploads = 20
const bytes = crypto.getRandomValues(new Uint8Array(65_536))
const picture = new Blob(
  Array.from({ length: Math.ceil(size / bytes.length) }, () => bytes),
).slice(0, size)

/** What has reached Cloudflare's place, which here only counts. */
const upstream = { open: 0, whole: 0, bytes: 0, isSlow: false }
const cloud = createServer((request, response) => {
  upstream.open++
  request.on('error', () => undefined)
  request.on('close', () => upstream.open--)
  request.on('data', (chunk: Buffer) => {
    upstream.bytes += chunk.length
    if (!upstream.isSlow) return
    request.pause()
    setTimeout(() => request.resume(), 2)
  })
  request.on('end', () => {
    upstream.whole++
    const result = { id: 'x', filename: 'a', uploaded: '', variants: [] }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ result, success: true, errors: [], messages: [] }))
  })
}).listen(0, '127.0.0.1')
// Busy machines let connections rest for longer than Node keeps them.
cloud.keepAliveTimeout = 60_000
await once(cloud, 'listening')

const script = await buildForNode('test/bench/proxyServer.ts', 'proxy-server')
const address = cloud.address() as AddressInfo

/** Starts a server that watches its own memory. */
const start = async (peer = '') => {
  const env = {
    ...process.env,
    UPSTREAM: `http://127.0.0.1:${address.port}`,
    PEER: peer,
    // What is freed goes back to the system: else resident memory shows how malloc keeps house.
    MALLOC_MMAP_THRESHOLD_: '16384',
  }
  const server = fork(script, { env, execArgv: ['--expose-gc'] })
  const [port] = (await once(server, 'message')) as [number]
  const ask = async (word: 'begin' | 'end') => {
    server.send(word)
    return ((await once(server, 'message')) as [Held])[0]
  }
  return { server, ask, url: `http://127.0.0.1:${port}/api/images/-/proxy` }
}

const upload = async (url: string, signal?: AbortSignal) => {
  const body = new FormData()
  body.set('mint', JSON.stringify({ filename: 'a.jpg', type: 'image/jpeg', size }))
  body.set('file', picture, 'a.jpg')
  const response = await fetch(url, { method: 'POST', body, signal: signal ?? null })
  await response.arrayBuffer()
  return response.status
}

const together = <TResult>(work: () => Promise<TResult>) =>
  Promise.all(Array.from({ length: uploads }, work))

/** What 20 uploads at once add to what a server holds, five times, after two that nobody looks at. */
const measure = async ({ ask, url }: Awaited<ReturnType<typeof start>>) => {
  for (let warming = 0; warming < 2; warming++) await together(() => upload(url))
  const grown: Held[] = []
  let failed = 0
  for (let round = 0; round < 5; round++) {
    await ask('begin')
    const statuses = await together(() => upload(url))
    failed += statuses.filter((status) => status !== 200).length
    grown.push(await ask('end'))
  }
  const megabytes = (what: keyof Held) => grown.map((growth) => growth[what] / 1e6)
  return { live: megabytes('live'), resident: megabytes('resident'), failed }
}
const written = (figures: readonly number[]) =>
  figures.map((figure) => figure.toFixed(1)).join(', ')

const peer = await start('pipe')
const piped = await measure(peer)
peer.server.kill()
const ours = await start()
upstream.bytes = 0
const passed = await measure(ours)
report.figure('of 100 uploads of 9 MB, 20 at once, that failed', passed.failed, {
  atMost: 0,
})
report.figure('megabytes that reached Cloudflare', upstream.bytes / 1e6, {
  atLeast: (7 * uploads * size) / 1e6,
})
report.figure(
  'megabytes in use that 20 uploads took, the median of five times',
  median(passed.live),
  { atMost: 20 },
)
report.note(`${written(passed.live)}; a bare pipe ${written(piped.live)}`)
report.figure(
  'megabytes of resident memory that 20 uploads took, the median of five times',
  median(passed.resident),
  { atMost: 20 },
)
report.note(`${written(passed.resident)}; a bare pipe ${written(piped.resident)}`)

const hangUp = new AbortController()
const whole = upstream.whole
upstream.isSlow = true
const given = together(() => upload(ours.url, hangUp.signal).catch(() => undefined))
await until(() => upstream.open === uploads)
hangUp.abort()
const hungUp = performance.now()
await given
await until(() => upstream.open === 0)
const waited = performance.now() - hungUp
report.figure('uploads to Cloudflare left open by clients that hung up', upstream.open, {
  atMost: 0,
})
const cut = uploads - (upstream.whole - whole)
report.figure('of 20 uploads that ended with their clients', cut, {
  atLeast: uploads,
})
report.note(`the last of them ${waited.toFixed(0)} ms later`)
ours.server.kill()
cloud.closeAllConnections()
cloud.close()
report.end()

/** Waits for at most five seconds. */
async function until(isSo: () => boolean): Promise<void> {
  const begun = performance.now()
  while (!isSo() && performance.now() - begun < 5_000) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
