import { createEmulator } from 'react-cloudflare-images/emulator'
import type { EmulatorOptions } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import { afterEach, describe, expect, test } from 'vitest'
import type { HostedDirectUpload } from '../../src/api/HostedImage.ts'
import { drawing, fileOf } from '../support/pictures.ts'
import { callApi, formOf, origin } from './callApi.ts'

const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const account = (options: EmulatorOptions = {}) => {
  const emulator = createEmulator(options)
  closers.push(emulator.close)
  const mint = async () =>
    (
      await callApi<HostedDirectUpload>(emulator, 'POST /v2/direct_upload', {
        body: formOf({ creator: 'a' }),
      })
    ).result.uploadURL
  const send = (url: string, init: RequestInit = {}) =>
    emulator.fetch(url, { method: 'POST', body: formOf({ file: picture() }), ...init })
  return { emulator, mint, send }
}

const picture = () => fileOf(drawing(), 'a.svg', 'image/svg+xml')

describe('in the same process', () => {
  test('show a status as often as they are told, then no more', async () => {
    const { emulator, mint, send } = account({
      faults: [{ host: 'upload', status: 503, times: 2 }],
    })
    const url = await mint()
    const statuses = []
    for (let call = 0; call < 3; call += 1) statuses.push((await send(url)).status)
    expect(statuses).toEqual([503, 503, 200])
    expect(
      emulator.requests
        .filter(({ host }) => host === 'upload')
        .map(({ status }) => status),
    ).toEqual([503, 503, 200])
  })

  test('are chosen by host, method and path, the first one first', async () => {
    const { emulator } = account()
    emulator.faults.set([
      { host: 'api', method: 'get', path: '/images/v2', status: 500 },
      { host: 'api', path: /keys$/g, status: 503 },
      { host: 'api', method: 'DELETE', status: 429 },
      { host: 'delivery', status: 504 },
    ])
    const status = async (line: string) => (await callApi(emulator, line)).status
    expect(await status('GET /v2')).toBe(500)
    expect(await status('GET /v1/keys')).toBe(503)
    expect(await status('GET /v1/keys')).toBe(503) // a pattern with g forgets where it was
    expect(await status('DELETE /v1/a')).toBe(429)
    expect(await status('GET /v1/stats')).toBe(200)
    expect((await emulator.fetch(`${origin}/hash/id/public`)).status).toBe(504)
    emulator.faults.clear()
    expect(await status('GET /v2')).toBe(200)
  })

  test('say what Cloudflare says with that status, or what they are told', async () => {
    const { emulator } = account()
    const answer = async () => callApi(emulator, 'GET /v2')
    emulator.faults.set([{ host: 'api', status: 503 }])
    expect((await answer()).errors).toEqual([
      { code: 5503, message: 'Service unavailable' },
    ])
    emulator.faults.set([{ host: 'api', status: 429 }])
    expect((await answer()).errors[0]?.code).toBe(971)
    emulator.faults.set([
      { host: 'api', status: 418, body: { success: false, errors: [], teapot: true } },
    ])
    expect(await answer()).toMatchObject({ status: 418, teapot: true })
    emulator.faults.set([{ host: 'api', body: '<html>Sign in</html>' }])
    const page = await emulator.fetch(`${origin}/client/v4/accounts/a/images/v2`)
    expect([page.status, await page.text()]).toEqual([200, '<html>Sign in</html>'])
    emulator.faults.set([{ host: 'delivery', status: 503 }])
    expect(await (await emulator.fetch(`${origin}/hash/id/public`)).text()).toMatch(
      /^ERROR 9522: /,
    )
  })

  test('are those of July 2026: every upload is 415 with 5550, and its draft stays one', async () => {
    const { emulator, mint, send } = account()
    const errors = [{ code: 5550, message: 'Internal error' }]
    const body = { result: null, success: false, errors, messages: [] }
    emulator.faults.set([{ host: 'upload', method: 'POST', status: 415, body }])
    const url = await mint()
    for (const attempt of [await send(url), await send(url)]) {
      expect(attempt.status).toBe(415)
      expect(await attempt.json()).toEqual(body)
    }
    const id = new URL(url).pathname.split('/').at(-1)
    const { result } = await callApi<{ draft?: boolean }>(emulator, `GET /v1/${id}`)
    expect(result.draft).toBe(true)
    emulator.faults.clear()
    expect((await send(url)).status).toBe(200)
  })

  test('can be read by a page where its upload fails', async () => {
    const { emulator, mint, send } = account()
    const url = await mint()
    emulator.faults.set([{ host: 'upload', status: 500 }])
    expect((await send(url)).headers.get('access-control-allow-origin')).toBe('*')
  })

  test('cut the connection as fetch does, after so many bytes', async () => {
    const { emulator, mint, send } = account()
    const url = await mint()
    emulator.faults.set([{ host: 'upload', reset: true, times: 1 }])
    await expect(send(url)).rejects.toThrow(TypeError)
    expect(emulator.requests.at(-1)?.status).toBe(0)
    expect((await send(url)).status).toBe(200)
  })

  test('hang until the caller gives up or the emulator is closed', async () => {
    const { emulator } = account({ faults: [{ host: 'api', hang: true }] })
    const gone = new AbortController()
    const first = emulator.fetch(`${origin}/client/v4/accounts/a/images/v2`, {
      signal: gone.signal,
    })
    const second = emulator.fetch(`${origin}/client/v4/accounts/a/images/v2`)
    setTimeout(() => gone.abort(new Error('enough')), 5)
    await expect(first).rejects.toThrow('enough')
    setTimeout(() => void emulator.close(), 5)
    await expect(second).rejects.toThrow('closed')
  })

  test('answer late and then as always, also in the middle of a body', async () => {
    const { emulator, mint, send } = account()
    const url = await mint()
    const timed = async (call: () => Promise<Response>) => {
      const start = performance.now()
      return [(await call()).status, performance.now() - start >= 45]
    }
    emulator.faults.set([{ host: 'upload', delay: 50, times: 1 }])
    expect(await timed(() => send(url))).toEqual([200, true])
    const another = await mint()
    emulator.faults.set([{ host: 'upload', delay: 50, afterBytes: 10 }])
    expect(await timed(() => send(another))).toEqual([200, true])
  })

  test('latency holds back every answer, or those of one host', async () => {
    const timed = async (latency: EmulatorOptions['latency']) => {
      const { emulator } = account({ latency })
      const start = performance.now()
      await callApi(emulator, 'GET /v2')
      return performance.now() - start >= 28
    }
    expect(await timed(30)).toBe(true)
    expect(await timed({ api: 30 })).toBe(true)
    expect(await timed({ delivery: 30 })).toBe(false)
  })
})

describe('by the control route', () => {
  test('are set and cleared, and nothing odd is taken', async () => {
    const { emulator } = account()
    const control = async (method: string, body?: string) =>
      (
        await emulator.fetch(`${origin}/__emulator/faults`, {
          method,
          ...(body && { body }),
        })
      ).status
    const status = async () => (await callApi(emulator, 'GET /v2')).status
    expect(
      await control('PUT', JSON.stringify([{ host: 'api', status: 500, path: '/v2' }])),
    ).toBe(204)
    expect(await status()).toBe(500)
    expect(await control('DELETE')).toBe(204)
    expect(await status()).toBe(200)
    for (const wrong of [
      '',
      '{}',
      '[{}]',
      '[{"host":"api"}]',
      '[{"host":"web","status":500}]',
      '[{"host":"api","status":99}]',
      '[{"host":"api","status":500,"path":1}]',
    ]) {
      expect(await control('PUT', wrong)).toBe(400)
    }
    expect(await status()).toBe(200)
    expect(await control('GET')).toBe(405)
    expect(
      (await emulator.fetch(`${origin}/__emulator/other`, { method: 'PUT' })).status,
    ).toBe(404)
  })

  test('cannot be steered by a page of another origin', async () => {
    const { emulator } = account()
    const answer = await emulator.fetch(`${origin}/__emulator/faults`, {
      method: 'OPTIONS',
    })
    expect(answer.ok).toBe(false)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })
})

describe('over a socket', () => {
  const served = async (options?: EmulatorOptions) => {
    const { emulator } = account(options)
    const server = await serveEmulator(emulator)
    closers.push(server.close)
    return { emulator, url: server.origin }
  }

  test('a reset is a reset', async () => {
    const { url } = await served({ faults: [{ host: 'delivery', reset: true }] })
    const error = await fetch(`${url}/hash/id/public`).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).cause).toMatchObject({ code: 'ECONNRESET' })
  })

  test('a hang is silence', async () => {
    const { url } = await served({ faults: [{ host: 'delivery', hang: true }] })
    await expect(
      fetch(`${url}/hash/id/public`, { signal: AbortSignal.timeout(200) }),
    ).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })

  test('a reset in the middle of an upload cuts it there', async () => {
    const { emulator, url } = await served({
      faults: [{ host: 'upload', reset: true, afterBytes: 100_000, times: 1 }],
    })
    const { result } = await callApi<HostedDirectUpload>(
      emulator,
      'POST /v2/direct_upload',
      { body: formOf({ creator: 'a' }) },
    )
    const uploadURL = result.uploadURL.replace(origin, url)
    const large = new Uint8Array(5_000_000).fill(0x20)
    large.set(drawing())
    const send = () =>
      fetch(uploadURL, {
        method: 'POST',
        body: formOf({ file: fileOf(large, 'a.svg', 'image/svg+xml') }),
      })
    await expect(send()).rejects.toThrow(TypeError)
    expect((await send()).status).toBe(200)
  })

  test('a status is read although the upload was not', async () => {
    const { emulator, url } = await served({
      faults: [{ host: 'upload', status: 503, afterBytes: 100_000, times: 1 }],
    })
    const { result } = await callApi<HostedDirectUpload>(
      emulator,
      'POST /v2/direct_upload',
      { body: formOf({ creator: 'a' }) },
    )
    const body = formOf({
      file: fileOf(new Uint8Array(5_000_000), 'a.svg', 'image/svg+xml'),
    })
    const response = await fetch(result.uploadURL.replace(origin, url), {
      method: 'POST',
      body,
    })
    expect([
      response.status,
      response.headers.get('access-control-allow-origin'),
    ]).toEqual([503, '*'])
  })

  test('control works over HTTP', async () => {
    const { url } = await served()
    const body = JSON.stringify([
      { host: 'delivery', status: 503, body: 'gone for a while' },
    ])
    await fetch(`${url}/__emulator/faults`, { method: 'PUT', body })
    expect(await (await fetch(`${url}/hash/id/public`)).text()).toBe('gone for a while')
  })
})
