import { serveEmulator } from 'react-cloudflare-images/node'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { EmulatorServer } from '../../src/node/serveEmulator.ts'

const servers: EmulatorServer[] = []
const serve = async (fetch: (request: Request) => Promise<Response>) => {
  const server = await serveEmulator({ fetch })
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => server.close()))
})

/** What a plain socket sees after these bytes were sent: everything that came, and how it ended. */
const talk = async (port: number, text: string, patience = 2000) =>
  new Promise<{ text: string; end: string }>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let seen = ''
    const finish = (end: string) => {
      socket.destroy()
      resolve({ text: seen, end })
    }
    socket.on('data', (chunk) => (seen += chunk.toString()))
    socket.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? 'error'))
    socket.on('end', () => finish('end'))
    setTimeout(() => finish('open'), patience)
  })

const get = (path: string) =>
  `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`

test('answers on loopback with method, headers and body as they were sent', async () => {
  const { origin, port } = await serve(async (request) => {
    const copy = new Request(request)
    const { url, method, headers } = copy
    return Response.json({
      url,
      method,
      type: headers.get('content-type'),
      body: await copy.text(),
    })
  })
  expect(origin).toBe(`http://127.0.0.1:${port}`)
  const response = await fetch(`${origin}/a%2Fb/ä?x=1`, { method: 'POST', body: 'hello' })
  expect(await response.json()).toEqual({
    url: `${origin}/a%2Fb/%C3%A4?x=1`,
    method: 'POST',
    type: 'text/plain;charset=UTF-8',
    body: 'hello',
  })
})

test('large bodies go both ways without a byte changed', async () => {
  const { origin } = await serve(
    async (request) => new Response(await request.arrayBuffer()),
  )
  const sent = crypto.getRandomValues(new Uint8Array(65_536))
  const body = new Blob(Array.from({ length: 64 }, () => sent))
  const received = await (await fetch(origin, { method: 'PUT', body })).arrayBuffer()
  expect(
    Buffer.compare(Buffer.from(received), Buffer.from(await body.arrayBuffer())),
  ).toBe(0)
})

test('a fetch that rejects resets the connection, and nothing is answered', async () => {
  const { port } = await serve(async () => Promise.reject(new TypeError('terminated')))
  expect(await talk(port, get('/'))).toEqual({ text: '', end: 'ECONNRESET' })
})

test('a reset may come in the middle of an upload', async () => {
  let read = 0
  const { origin } = await serve(async (request) => {
    const reader = request.body!.getReader()
    while (read < 100_000) read += (await reader.read()).value?.length ?? 0
    throw new TypeError('terminated')
  })
  const body = new Uint8Array(50_000_000)
  await expect(fetch(origin, { method: 'POST', body })).rejects.toThrow(TypeError)
  expect(read).toBeLessThan(5_000_000)
})

test('a fetch that hangs leaves the connection open until the client goes, and hears of that', async () => {
  let gone = false
  const { port } = await serve(
    async (request) =>
      new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => {
          gone = true
          reject(request.signal.reason as Error)
        })
      }),
  )
  expect(await talk(port, get('/'), 300)).toEqual({ text: '', end: 'open' })
  await expect.poll(() => gone).toBe(true)
})

test('a request line that makes no URL is refused', async () => {
  const { port } = await serve(async () => new Response('never'))
  const { text } = await talk(
    port,
    'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n',
  )
  expect(text).toMatch(/^HTTP\/1\.1 400 /)
})

test('says which port is taken', async () => {
  const { port } = await serve(async () => new Response('first'))
  await expect(
    serveEmulator({ fetch: async () => new Response('second') }, { port }),
  ).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`Port ${port}`),
  })
})

test('close cuts what is open and frees the port', async () => {
  const server = await serveEmulator({
    fetch: async () => new Promise<Response>(() => {}),
  })
  const pending = talk(server.port, get('/'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  await server.close()
  expect((await pending).text).toBe('')
  await serve(async () => new Response('again'))
  const again = await serveEmulator(
    { fetch: async () => new Response('again') },
    { port: server.port },
  )
  expect(await (await fetch(again.origin)).text()).toBe('again')
  await again.close()
})
