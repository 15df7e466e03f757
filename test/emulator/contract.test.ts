import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/**
 * The same contract for the emulator and, where `CONTRACT_ACCOUNT_ID` and `CONTRACT_API_TOKEN` name one, for a real
 * account. There it reads, and reserves one upload, which it deletes again.
 */
const emulator = createEmulator()
let server: Awaited<ReturnType<typeof serveEmulator>>
beforeAll(async () => {
  server = await serveEmulator(emulator)
})
afterAll(async () => server.close())

const real = {
  account: process.env['CONTRACT_ACCOUNT_ID'],
  token: process.env['CONTRACT_API_TOKEN'],
}
const isReal = Boolean(real.account && real.token)

interface Answer {
  status: number
  result: Record<string, unknown>
  success: boolean
  errors: { code: number; message: string }[]
  messages: unknown[]
}

const contract = (call: (line: string, init?: RequestInit) => Promise<Answer>) => {
  test('a list has images and a token for the next page, in an envelope', async () => {
    const answer = await call('GET /v2?per_page=10')
    expect(answer).toMatchObject({ status: 200, success: true, errors: [], messages: [] })
    expect(Array.isArray(answer.result['images'])).toBe(true)
    expect(answer.result).toHaveProperty('continuation_token')
  })

  test('stats count, variants are a map, keys a list', async () => {
    const stats = await call('GET /v1/stats')
    expect(stats.result).toMatchObject({
      count: { current: expect.any(Number), allowed: expect.any(Number) },
    })
    const variants = await call('GET /v1/variants')
    expect(variants.result['variants']).toHaveProperty('public.options')
    const keys = await call('GET /v1/keys')
    expect(keys.result['keys']).toEqual(
      expect.arrayContaining([{ name: expect.any(String), value: expect.any(String) }]),
    )
  })

  test('an image that is not there is 404 with 5404', async () => {
    const answer = await call('GET /v1/nobody-has-this-id')
    expect([answer.status, answer.errors[0]?.code]).toEqual([404, 5404])
  })

  test('direct upload refuses JSON with 415 and 5415', async () => {
    const answer = await call('POST /v2/direct_upload', {
      body: '{}',
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.status, answer.errors[0]?.code]).toEqual([415, 5415])
  })

  test('a reserved upload is a draft until it is deleted', async () => {
    const body = new FormData()
    body.set('requireSignedURLs', 'false')
    const { result } = await call('POST /v2/direct_upload', { body })
    expect(String(result['uploadURL'])).toContain(String(result['id']))
    const draft = await call(`GET /v1/${String(result['id'])}`)
    expect(draft.result['draft']).toBe(true)
    const deleted = await call(`DELETE /v1/${String(result['id'])}`)
    expect(deleted.success).toBe(true)
  })
}

const caller =
  (base: () => string, token: string) =>
  async (line: string, init: RequestInit = {}): Promise<Answer> => {
    const [method = '', path = ''] = line.split(' ')
    const response = await fetch(`${base()}/images${path}`, {
      ...init,
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(init.headers as Record<string, string> | undefined), // always a plain object here
      },
    })
    return {
      ...((await response.json()) as Omit<Answer, 'status'>),
      status: response.status,
    }
  }

describe('the emulator keeps the contract', () => {
  contract(caller(() => `${server.origin}/client/v4/accounts/any`, 'any'))
})

describe.runIf(isReal)(
  'Cloudflare itself, where CONTRACT_ACCOUNT_ID and CONTRACT_API_TOKEN are set',
  () => {
    const base = `https://api.cloudflare.com/client/v4/accounts/${real.account}`
    contract(caller(() => base, real.token ?? ''))
  },
)
