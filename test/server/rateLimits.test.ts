import {
  allowAnonymous,
  memoryRateLimit,
  workersRateLimit,
} from 'react-cloudflare-images/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { endpoint, file, send, setUp, uploadAs } from './backend.ts'

const request = new Request(endpoint)

describe('memoryRateLimit', () => {
  const at = (seconds: number) => vi.setSystemTime(seconds * 1000)
  const stopTime = () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
  }

  it('lets the limit through at once, and then one for each share of the time', async () => {
    stopTime()
    const wait = memoryRateLimit({ limit: 3, per: 60 })
    const ada = { id: 'ada' }
    expect([1, 2, 3].map(() => wait(ada, request))).toEqual([0, 0, 0])
    expect(wait(ada, request)).toBeCloseTo(20)
    at(19)
    expect(wait(ada, request)).toBeCloseTo(1)
    at(20)
    expect(wait(ada, request)).toBe(0)
    expect(wait(ada, request)).toBeCloseTo(20)
    at(1000)
    expect([1, 2, 3].map(() => wait(ada, request))).toEqual([0, 0, 0])
    expect(wait(ada, request)).toBeCloseTo(20)
  })

  it('counts each caller alone, by whatever tells them apart', () => {
    const byId = memoryRateLimit({ limit: 1 })
    expect(byId({ id: 'ada' }, request)).toBe(0)
    expect(byId({ id: 'bob' }, request)).toBe(0)
    const byHost = memoryRateLimit({ limit: 1, key: (_, { url }) => new URL(url).host })
    expect(byHost({ id: 'ada' }, request)).toBe(0)
    expect(byHost({ id: 'bob' }, request)).toBeGreaterThan(0)
  })

  it('stops 1,000 mints at the limit', async () => {
    const { as, emulator } = setUp({
      rateLimit: memoryRateLimit({ limit: 50, per: 3600 }),
    })
    const statuses = new Map<number, number>()
    const waits: number[] = []
    for (let count = 0; count < 1000; count++) {
      const { status, headers } = await as('ada')('POST', '', { json: file })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 429) waits.push(Number(headers.get('retry-after')))
    }
    expect(Object.fromEntries(statuses)).toEqual({ 201: 50, 429: 950 })
    expect(Math.min(...waits)).toBeGreaterThan(0)
    expect(emulator.requests).toHaveLength(50)
  })

  it('lets nobody hold open drafts without end: each ends with its URL', async () => {
    stopTime()
    const rateLimit = memoryRateLimit({ limit: 5, per: 300 })
    const { as, images } = setUp({ expiresIn: 300, rateLimit })
    const ids: string[] = []
    let most = 0
    for (let seconds = 0; seconds < 1200; seconds += 50) {
      at(seconds)
      for (let again = 0; again < 6; again++) {
        const { status, body } = await as('ada')('POST', '', { json: file })
        if (status === 201) ids.push(body.id)
      }
      const looked = await Promise.all(
        ids.map((id) => images.get(id).catch(() => undefined)),
      )
      most = Math.max(most, looked.filter((image) => image?.draft).length)
    }
    // Five at once and five more while these are open; without a limit there would be 36.
    expect(most).toBeLessThanOrEqual(10)
    expect(ids.length).toBeGreaterThan(20)
  })
})

describe('workersRateLimit', () => {
  it('asks the binding by the user, and names its period', async () => {
    const asked: unknown[] = []
    const limit = async (options: { key: string }) => {
      asked.push(options)
      return { success: options.key === 'ada' }
    }
    const wait = workersRateLimit({ limit }, { per: 10 })
    expect(await wait({ id: 'ada' }, request)).toBe(0)
    expect(await wait({ id: 'bob' }, request)).toBe(10)
    expect(asked).toEqual([{ key: 'ada' }, { key: 'bob' }])
  })
})

describe('allowAnonymous', () => {
  const open = () => setUp({ authorize: allowAnonymous({ rateLimit: () => 0 }) })

  it('lets anybody mint, and see whether the bytes of an id they hold have arrived', async () => {
    const backend = open()
    const call = backend.as(undefined)
    const { status, body } = await call('POST', '', {
      json: { ...file, metadata: { note: 'x' } },
    })
    expect(status).toBe(201)
    expect((await call('GET', body.id)).body).toMatchObject({ id: body.id, draft: true })
    await send(backend, body.uploadURL)
    const { body: image } = await call('GET', `${body.id}?urls=public`)
    expect(image.draft).toBeUndefined()
    expect(image).toMatchObject({ id: body.id, filename: '', meta: {}, variants: [] })
    expect(image.urls).toBeUndefined()
  })

  it.each([
    ['GET', ''],
    ['PATCH', '{id}', { alt: 'x' }],
    ['DELETE', '{id}'],
    ['POST', '-/delete', { ids: ['{id}'] }],
    ['POST', '-/confirm', { ids: ['{id}'] }],
    ['POST', '-/signed-urls', { ids: ['{id}'], variants: ['public'] }],
    ['POST', '-/import', { url: 'https://example.com/a.jpg' }],
    ['GET', `-/find?sha=${'a'.repeat(64)}`],
    ['GET', '-/stats'],
  ])('lets nobody %s %s', async (method, path, json?: object) => {
    const backend = open()
    const id = await uploadAs(backend, 'ignored')
    const calls = backend.emulator.requests.length
    const fill = (text: string) => text.replace('{id}', id)
    const sent = json && JSON.parse(fill(JSON.stringify(json)))
    const { status, body } = await backend.as(undefined)(method, fill(path), {
      json: sent,
    })
    expect([status, body.error.code]).toEqual([401, 'unauthorized'])
    expect(backend.emulator.requests).toHaveLength(calls)
  })

  it('takes nobody who signed in for those who did not', async () => {
    const anonymous = await allowAnonymous({ rateLimit: () => 0 })(request)
    const { as } = setUp({ authorize: () => ({ ...anonymous }) })
    expect((await as('x')('GET')).status).toBe(401)
  })

  it('holds to its limit, and cannot be had without one', async () => {
    const { as } = setUp({ authorize: allowAnonymous({ rateLimit: () => 7 }) })
    const { status, headers } = await as(undefined)('POST', '', { json: file })
    expect([status, headers.get('retry-after')]).toEqual([429, '7'])
    // @ts-expect-error a limit is required
    expect(() => allowAnonymous({})).toThrow(/rateLimit/)
  })
})
