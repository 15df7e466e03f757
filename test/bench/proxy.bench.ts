// What pictures cost that pass through the backend: its memory, and whether it hangs up where the client does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildForNode } from '../support/buildForNode.ts'
import { createReport } from './createReport.ts'

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
const env = {
  ...process.env,
  UPSTREAM: `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`,
}

const server = spawn(process.execPath, [script], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [port] = (await once(server.stdout, 'data')) as [Buffer]
const url = `http://127.0.0.1:${String(port).trim()}/api/images/-/proxy`

const residentMegabytes = () => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]) / 1024
}

const upload = async (signal?: AbortSignal) => {
  const body = new FormData()
  body.set('mint', JSON.stringify({ filename: 'a.jpg', type: 'image/jpeg', size }))
  body.set('file', picture, 'a.jpg')
  const response = await fetch(url, { method: 'POST', body, signal: signal ?? null })
  await response.arrayBuffer()
  return response.status
}

const together = <TResult>(work: () => Promise<TResult>) =>
  Promise.all(Array.from({ length: uploads }, work))

// Node collects the buffers of its sockets when it likes to: a server that has been used stands higher than a new one.
const fresh = residentMegabytes()
for (let warming = 0; warming < 3; warming++) await together(() => upload())
const before = residentMegabytes()
let most = before
const watch = setInterval(() => (most = Math.max(most, residentMegabytes())), 10)
upstream.bytes = 0
const statuses = await together(() => upload())
clearInterval(watch)
const failed = statuses.filter((status) => status !== 200).length
report.figure('of 20 uploads of 9 MB at once that failed', failed, { atMost: 0 })
report.figure('megabytes that reached Cloudflare', upstream.bytes / 1e6, {
  atLeast: (uploads * size) / 1e6,
})
report.figure('megabytes of memory that these uploads took', most - before, {
  atMost: 20,
})
report.note(
  `${fresh.toFixed(0)} MB at first, ${before.toFixed(0)} MB after 60 such uploads, ${most.toFixed(0)} MB at most`,
)

const hangUp = new AbortController()
const whole = upstream.whole
upstream.isSlow = true
const given = together(() => upload(hangUp.signal).catch(() => undefined))
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
server.kill()
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
