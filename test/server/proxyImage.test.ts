import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { describe, expect, it, vi } from 'vitest'
import { endpoint, file, pixel, setUp } from './backend.ts'
import { listen, serve, succeed } from './listen.ts'

const mint = { ...file, size: pixel.length }

function form(said: unknown = mint, bytes: BlobPart = pixel): FormData {
  const data = new FormData()
  data.set('mint', JSON.stringify(said))
  data.set('file', new File([bytes], 'pixel.png', { type: 'image/png' }))
  return data
}

/** Headers and bytes of a form written by hand. */
function raw(...parts: string[]) {
  const body = [...parts.map((part) => `--b\r\n${part}\r\n`), '--b--\r\n'].join('')
  return { body, headers: { 'content-type': 'multipart/form-data; boundary=b' } }
}

const mintPart = `Content-Disposition: form-data; name="mint"\r\n\r\n${JSON.stringify(mint)}`
const filePart = (bytes: string) =>
  `Content-Disposition: form-data; name="file"; filename="x"\r\nContent-Type: text/html\r\n\r\n${bytes}`

describe('uploading through the backend', () => {
  it('stores the picture as the user’s and answers it', async () => {
    const told: string[] = []
    const backend = setUp({ on: { uploaded: ({ image }) => told.push(image.id) } })
    const said = {
      ...mint,
      facts: { w: 1, h: 1 },
      metadata: { album: 'a' },
      creator: 'bob',
      id: 'x',
    }
    const { status, body } = await backend.as('ada')('POST', '-/proxy', {
      body: form(said),
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      filename: 'pixel.png',
      meta: { album: 'a', rci: { w: 1, h: 1 } },
    })
    expect(body).not.toHaveProperty('creator')
    expect(await backend.images.get(body.id)).toMatchObject({ creator: 'ada' })
    const stored = await (await backend.images.blob(body.id)).arrayBuffer()
    expect(new Uint8Array(stored)).toEqual(pixel)
    expect(told).toEqual([body.id])
  })

  it('passes every byte, whatever stands in it and however it is cut', async () => {
    const { origin, requests } = await listen((_, response) =>
      succeed(response, { id: 'x' }),
    )
    const handler = createImagesHandler({
      images: cloudflareApi({ accountId: 'acc', apiToken: 't', baseUrl: origin }),
      authorize: () => ({ id: 'ada' }),
    })
    const bytes = `\r\n--\r\n--c\r\n--\r\r\n-${'\r\n'.repeat(500)}\r\n--`
    const { body, headers } = raw(
      mintPart.replace(`"size":${mint.size}`, `"size":${bytes.length}`),
      filePart(bytes),
    )
    for (const size of [1, 2, 7, 64, 10_000]) {
      const chunks = body.match(new RegExp(`[^]{1,${size}}`, 'g'))!
      const cut = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          const chunk = chunks.shift()
          if (chunk === undefined) controller.close()
          else controller.enqueue(new TextEncoder().encode(chunk))
        },
      })
      const init = {
        method: 'POST',
        headers,
        body: cut as ReadableStream,
        duplex: 'half',
      }
      expect((await handler(new Request(`${endpoint}/-/proxy`, init))).status).toBe(200)
      const sent = await requests.at(-1)!.form()
      expect(await sent.file?.text()).toBe(bytes)
      expect([sent.file?.name, sent.file?.type]).toEqual(['pixel.png', 'image/png'])
      expect(sent.text).toEqual({
        creator: 'ada',
        metadata: '{}',
        requireSignedURLs: 'false',
      })
    }
  })

  it('lets nothing be smuggled in behind the file', async () => {
    const backend = setUp()
    const smuggled = raw(
      mintPart,
      filePart(String.fromCharCode(...pixel)),
      'Content-Disposition: form-data; name="creator"\r\n\r\nbob',
    )
    const bytes = Uint8Array.from(smuggled.body, (character) => character.charCodeAt(0))
    const { status, body } = await backend.as('ada')('POST', '-/proxy', {
      ...smuggled,
      body: bytes,
    })
    expect(status).toBe(200)
    expect(await backend.images.get(body.id)).toMatchObject({ creator: 'ada' })
  })

  it.each([
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['no boundary', { body: 'x', headers: { 'content-type': 'multipart/form-data' } }],
    ['the file first', raw(filePart('x'), mintPart)],
    ['no file', raw(mintPart)],
    ['no mint', raw(filePart('x'))],
    [
      'a mint that is no JSON',
      raw('Content-Disposition: form-data; name="mint"\r\n\r\n{', filePart('x')),
    ],
    ['a mint of 20 KB', raw(`${mintPart}${' '.repeat(20_000)}`, filePart('x'))],
    ['an endless head', raw(`X: ${'x'.repeat(5000)}\r\n${mintPart}`, filePart('x'))],
  ])('refuses %s', async (_, { body, headers }) => {
    const { as, emulator } = setUp()
    const answer = await as('ada')('POST', '-/proxy', { body, headers })
    expect([answer.status, answer.body.error.code]).toEqual([422, 'invalid-request'])
    expect(emulator.requests).toEqual([])
  })

  it('passes no more bytes than the browser said', async () => {
    const backend = setUp()
    const { status, body } = await backend.as('ada')('POST', '-/proxy', {
      body: form({ ...mint, size: 10 }),
    })
    expect([status, body.error.code]).toEqual([413, 'file-too-large'])
    expect((await backend.images.list()).images).toEqual([])
  })

  it('stores nothing of a body that was cut', async () => {
    const backend = setUp()
    const { body, headers } = raw(mintPart, filePart('half'))
    const cut = body.slice(0, -12)
    const { status } = await backend.as('ada')('POST', '-/proxy', { body: cut, headers })
    expect(status).toBe(500)
    expect((await backend.images.list()).images).toEqual([])
  })

  it('holds no more of a picture than is on its way', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void // Node's own, by the flag
    const held = () => {
      collect()
      return process.memoryUsage().arrayBuffers
    }
    const atTheEnd: number[] = []
    const upstream = await serve(async (request, response) => {
      for await (const _ of request) continue
      // What is collected is freed a little later.
      while (atTheEnd.length < 20 && !atTheEnd.some((bytes) => bytes < most)) {
        await new Promise((resolve) => setTimeout(resolve, 50))
        atTheEnd.push(held())
      }
      succeed(response, { id: 'x' })
    })
    const handler = createImagesHandler({
      images: cloudflareApi({ accountId: 'acc', apiToken: 't', baseUrl: upstream }),
      authorize: () => ({ id: 'ada' }),
    })
    const size = 9_000_000
    const { body, headers } = raw(
      mintPart.replace(`"size":${mint.size}`, `"size":${size}`),
      filePart(''),
    )
    const [before = '', after = ''] = body.split('text/html\r\n\r\n')
    const pieces = [
      before,
      'text/html\r\n\r\n',
      ...Array<number>(90).fill(size / 90),
      after,
    ]
    const picture = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const piece = pieces.shift()
        if (piece === undefined) return controller.close()
        const bytes = typeof piece === 'number' ? new Uint8Array(piece) : undefined
        controller.enqueue(bytes ?? new TextEncoder().encode(String(piece)))
      },
    })
    const most = held() + 2_000_000
    const init = {
      method: 'POST',
      headers,
      body: picture as ReadableStream,
      duplex: 'half',
    }
    expect((await handler(new Request(`${endpoint}/-/proxy`, init))).status).toBe(200)
    expect(Math.min(...atTheEnd)).toBeLessThan(most)
  })

  it('hangs up on Cloudflare when the client hangs up', async () => {
    let isOpen = false
    const upstream = await serve((request) => {
      isOpen = true
      request.on('close', () => (isOpen = false))
      request.on('error', () => {})
      request.resume()
    })
    const handler = createImagesHandler({
      images: cloudflareApi({ accountId: 'acc', apiToken: 't', baseUrl: upstream }),
      authorize: () => ({ id: 'ada' }),
    })
    const origin = await serve(toNodeHandler(handler))
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    const { body, headers } = raw(mintPart, filePart('half'))
    socket.write(
      `POST /api/images/-/proxy HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\ncontent-type: ${headers['content-type']}\r\n\r\n${body.slice(0, -9)}`,
    )
    await vi.waitFor(() => expect(isOpen).toBe(true), { timeout: 10_000 })
    socket.destroy()
    await vi.waitFor(() => expect(isOpen).toBe(false), { timeout: 10_000 })
  })
})
