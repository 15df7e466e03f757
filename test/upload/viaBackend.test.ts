import { createImagesApi, viaBackend } from 'react-cloudflare-images'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { png } from './world.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const image = {
  id: 'one',
  filename: 'dot.png',
  uploaded: '2026-11-22T00:00:00.000Z',
  requireSignedURLs: false,
  meta: {},
}

/** A backend that takes this long for every call. */
const slow = (seconds: number): typeof fetch =>
  (async (_, init) =>
    new Promise<Response>((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
      setTimeout(() => resolve(Response.json(image)), seconds * 1_000)
    })) as typeof fetch

test('a picture may take longer through the backend than a call without one', async () => {
  const api = createImagesApi({ fetch: slow(85) })
  const file = png()
  const mint = { filename: file.name, type: file.type, size: file.size }
  // 10 MB at a megabit a second.
  const sent = viaBackend()({ api, file, mint, signal: new AbortController().signal })
  const asked = api.get('one').catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(85_000)
  expect(await asked).toMatchObject({ code: 'timeout' })
  expect(await sent).toMatchObject({ id: 'one' })
})

test('and is given up in the end, or at once where it is cancelled', async () => {
  const api = createImagesApi({ fetch: slow(3_600) })
  const file = png()
  const mint = { filename: file.name, type: file.type, size: file.size }
  const send = (signal: AbortSignal) =>
    viaBackend()({ api, file, mint, signal }).catch((error: unknown) => error)
  const cancelled = new AbortController()
  const [long, short] = [send(new AbortController().signal), send(cancelled.signal)]
  await vi.advanceTimersByTimeAsync(1_000)
  cancelled.abort()
  expect(await short).toMatchObject({ code: 'aborted' })
  await vi.advanceTimersByTimeAsync(600_000)
  expect(await long).toMatchObject({ code: 'timeout' })
})

test('a time limit of Infinity is none', async () => {
  const api = createImagesApi({ fetch: slow(85), timeout: Infinity })
  const asked = api.get('one').catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(85_000)
  expect(await asked).toMatchObject({ id: 'one' })
})
