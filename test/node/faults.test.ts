import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Fault } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { fileOf } from '../support/pictures.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map(async (close) => close()))
})

/** An emulator on a port, and a one-time URL of it. */
const serve = async (fault: Fault) => {
  const emulator = createEmulator({ transformer: sharpTransformer(), faults: [fault] })
  const { origin, close } = await serveEmulator(emulator)
  closing.push(close)
  const body = new FormData()
  body.set('requireSignedURLs', 'false')
  const url = `${origin}/client/v4/accounts/any/images/v2/direct_upload`
  const headers = { authorization: 'Bearer any' }
  const answer = await fetch(url, { method: 'POST', headers, body })
  const { result } = (await answer.json()) as { result: { uploadURL: string } }
  const uploads = () =>
    emulator.requests.filter(({ host }) => host === 'upload').map(({ status }) => status)
  return { uploads, uploadURL: result.uploadURL }
}

/** Noise that no encoder makes small: two megabytes. */
const raw = { width: 800, height: 800, channels: 3 } as const
const noise = new Uint8Array(
  await sharp(randomBytes(800 * 800 * 3), { raw })
    .png({ compressionLevel: 1 })
    .toBuffer(),
)
const form = () => {
  const body = new FormData()
  body.set('file', fileOf(noise, 'a.png', 'image/png'))
  return body
}

test('a reset cuts the upload off after so many bytes, and the same URL works afterwards', async () => {
  const { uploads, uploadURL } = await serve({
    host: 'upload',
    reset: true,
    afterBytes: 100_000,
    times: 1,
  })
  const failure = await fetch(uploadURL, { method: 'POST', body: form() }).catch(
    (error: Error) => error,
  )
  expect(failure).toBeInstanceOf(TypeError)
  const cause = (failure as TypeError).cause as NodeJS.ErrnoException
  expect(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']).toContain(cause.code)
  expect((await fetch(uploadURL, { method: 'POST', body: form() })).status).toBe(200)
  expect(uploads()).toEqual([0, 200])
})

test('a hang never answers, until the client gives up', async () => {
  const { uploads, uploadURL } = await serve({ host: 'upload', hang: true, times: 1 })
  // Small, so that all of it has arrived: a socket that nobody reads from does not see its end.
  const body = new FormData()
  body.set('file', fileOf(noise.slice(0, 1000), 'a.png', 'image/png'))
  const signal = AbortSignal.timeout(400)
  await expect(fetch(uploadURL, { method: 'POST', body, signal })).rejects.toThrow(
    'timeout',
  )
  await expect.poll(uploads).toEqual([0])
})

test('an outage answers with its status, and a delay answers late', async () => {
  const { uploadURL } = await serve({ host: 'upload', status: 503, times: 1 })
  expect((await fetch(uploadURL, { method: 'POST', body: form() })).status).toBe(503)
  const late = await serve({ host: 'upload', delay: 300, times: 1 })
  const body = form()
  const start = performance.now()
  expect((await fetch(late.uploadURL, { method: 'POST', body })).status).toBe(200)
  expect(performance.now() - start).toBeGreaterThan(295)
})
