import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
import { describe, expect, test } from 'vitest'
import { endpointPath, endpoints } from '../../src/api/endpoints.ts'
import type { Endpoint, EndpointName } from '../../src/api/endpoints.ts'
import type { BatchToken } from '../../src/api/HostedImage.ts'
import { drawing, fileOf } from '../support/pictures.ts'
import { callApi, formOf, origin, refusal } from './callApi.ts'

const rows = Object.entries(endpoints) as [EndpointName, Endpoint][]

const picture = () => fileOf(drawing(), 'drawing.svg', 'image/svg+xml')

/** What each call takes, on an account that holds the image `kept` and the variant `card`. */
const bodies: Partial<Record<EndpointName, () => { body?: FormData; json?: unknown }>> = {
  upload: () => ({ body: formOf({ file: picture() }) }),
  createVariant: () => ({
    json: {
      id: 'hero',
      options: { fit: 'cover', width: 10, height: 20, metadata: 'none' },
    },
  }),
  updateVariant: () => ({ json: { options: { width: 11 } } }),
  updateConfig: () => ({ json: { flexible_variants: true } }),
  directUpload: () => ({ body: formOf({ requireSignedURLs: 'false' }) }),
  directUploadV1: () => ({ json: {} }),
  edit: () => ({ json: { metadata: { a: 1 } } }),
}

const parameters: Partial<Record<EndpointName, string>> = {
  createKey: 'second',
  deleteKey: 'default',
  variant: 'card',
  updateVariant: 'card',
  deleteVariant: 'card',
  variantFlat: 'card',
  blob: 'kept',
  details: 'kept',
  edit: 'kept',
  delete: 'kept',
}

/** The members of `result`, as Cloudflare's description of its API names them. */
const members: Record<Exclude<EndpointName, 'blob'>, string[]> = {
  upload: ['creator', 'filename', 'id', 'requireSignedURLs', 'uploaded', 'variants'],
  listV1: ['images'],
  keys: ['keys'],
  createKey: ['keys'],
  deleteKey: ['keys'],
  stats: ['count'],
  variants: ['variants'],
  createVariant: ['variant'],
  variant: ['variant'],
  updateVariant: ['variant'],
  deleteVariant: [],
  variantFlat: ['id', 'neverRequireSignedURLs', 'options'],
  config: ['browser_ttl', 'flexible_variants', 'preserve_content_credentials'],
  updateConfig: ['browser_ttl', 'flexible_variants', 'preserve_content_credentials'],
  batchToken: ['expiresAt', 'token'],
  directUploadV1: ['id', 'uploadURL'],
  directUpload: ['id', 'uploadURL'],
  list: ['continuation_token', 'images'],
  details: ['creator', 'filename', 'id', 'requireSignedURLs', 'uploaded', 'variants'],
  edit: [
    'creator',
    'filename',
    'id',
    'meta',
    'requireSignedURLs',
    'uploaded',
    'variants',
  ],
  delete: [],
}

const account = async () => {
  const emulator = createEmulator()
  await emulator.seed({
    images: [{ id: 'kept', file: picture() }],
    variants: { card: { width: 320 } },
  })
  return emulator
}

const lineOf = (name: EndpointName) =>
  `${endpoints[name].method} ${endpointPath(name, parameters[name]).slice('/images'.length)}`

test.each(rows.filter(([name]) => name !== 'blob'))(
  '%s answers in the envelope',
  async (name) => {
    const answer = await callApi<object>(await account(), lineOf(name), bodies[name]?.())
    expect(answer).toMatchObject({ status: 200, success: true, errors: [] })
    expect(Object.keys(answer.result).sort()).toEqual(
      members[name as keyof typeof members],
    )
  },
)

describe.each(rows)('%s', (name, endpoint) => {
  test('is refused without a token, and in JSON whatever is accepted', async () => {
    const answer = await callApi(await account(), lineOf(name), {
      ...bodies[name]?.(),
      headers: { authorization: '', accept: '*/*' },
    })
    expect(refusal(answer).slice(0, 2)).toEqual([401, 10_000])
    expect(answer).toMatchObject({ success: false, result: null, messages: [] })
  })

  test('lets a token that may only read do no more than that', async () => {
    const emulator = createEmulator({ apiToken: { reader: 'read', writer: 'write' } })
    await emulator.seed({
      images: [{ id: 'kept', file: picture() }],
      variants: { card: { width: 320 } },
    })
    const asked = async (token: string) => {
      const response = await emulator.fetch(
        `${origin}/client/v4/accounts/a${endpointPath(name, parameters[name])}`,
        {
          method: endpoint.method,
          headers: { authorization: `Bearer ${token}` },
          ...sent(name),
        },
      )
      return response.status
    }
    expect(await asked('stranger')).toBe(401)
    expect(await asked('reader')).toBe(endpoint.method === 'GET' ? 200 : 403)
    expect(await asked('writer')).toBe(200)
  })

  test('is served by the batch host or not, as the table says', async () => {
    const emulator = await account()
    const { token } = (await callApi(emulator, 'GET /v1/batch_token')).result as {
      token: string
    }
    const response = await emulator.fetch(
      `${origin}${endpointPath(name, parameters[name])}`,
      {
        method: endpoint.method,
        headers: { authorization: `Bearer ${token}` },
        ...sent(name),
      },
    )
    expect(response.status).toBe(endpoint.batch ? 200 : 404)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

const sent = (name: EndpointName): RequestInit => {
  const { body, json } = bodies[name]?.() ?? {}
  if (body) return { body }
  return json === undefined ? {} : { body: JSON.stringify(json) }
}

test('answers with bytes and no envelope where the blob is asked for', async () => {
  const emulator = await account()
  const response = await emulator.fetch(
    `${origin}/client/v4/accounts/a/images/v1/kept/blob`,
    {
      headers: { authorization: 'Bearer a' },
    },
  )
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(drawing())
})

test('takes the older pair of key and address as well', async () => {
  const headers = (email: string): Record<string, string> => ({
    authorization: '',
    'x-auth-email': email,
    'x-auth-key': 'a1',
  })
  expect(
    (await callApi(createEmulator(), 'GET /v2', { headers: headers('ada@example.com') }))
      .status,
  ).toBe(200)
  expect(
    (await callApi(createEmulator(), 'GET /v2', { headers: headers('') })).status,
  ).toBe(401)
  const strict = createEmulator({ apiToken: 'b2' })
  expect(
    (await callApi(strict, 'GET /v2', { headers: headers('ada@example.com') })).status,
  ).toBe(401)
})

test('knows one account where it was given one', async () => {
  const emulator = createEmulator({ accountId: 'a'.repeat(32) })
  expect(refusal(await callApi(emulator, 'GET /v2')).slice(0, 2)).toEqual([403, 5403])
  const own = await emulator.fetch(
    `${origin}/client/v4/accounts/${'a'.repeat(32)}/images/v2`,
    {
      headers: { authorization: 'Bearer any' },
    },
  )
  expect(own.status).toBe(200)
})

test.each([
  'GET /v3',
  'PUT /v1',
  'POST /v1/direct_uploads/x',
  'GET /v1/people/ada',
  'OPTIONS /v1',
  'GET /v1/%E0%A4%A',
])('has no route for %s', async (line) => {
  const answer = await callApi(createEmulator(), line)
  expect(refusal(answer).slice(0, 2)).toEqual([404, 7003])
})

test('sends no CORS headers, so that no page can hold the token', async () => {
  const emulator = createEmulator()
  const answers = await Promise.all([
    callApi(emulator, 'GET /v2', { headers: { origin: 'https://app.test' } }),
    callApi(emulator, 'OPTIONS /v2', { headers: { origin: 'https://app.test' } }),
  ])
  for (const { headers } of answers) {
    expect(
      [...headers.keys()].filter((name) => name.startsWith('access-control')),
    ).toEqual([])
  }
})

test('lets pages call the batch host, and that only with a live batch token', async () => {
  let now = Date.parse('2026-11-22T00:00:00Z')
  const emulator = createEmulator({ clock: () => now })
  const preflight = await emulator.fetch(`${origin}/images/v1`, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  const { token, expiresAt } = (
    await callApi<BatchToken>(emulator, 'GET /v1/batch_token')
  ).result
  expect(expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/)
  const status = async (bearer: string) =>
    (
      await emulator.fetch(`${origin}/images/v2`, {
        headers: { authorization: `Bearer ${bearer}` },
      })
    ).status
  expect(await status(token)).toBe(200)
  expect(await status('emulator-token')).toBe(401)
  now = Date.parse(expiresAt)
  expect(await status(token)).toBe(401)
})

test('writes a refusal as text for callers that do not ask for JSON', async () => {
  const emulator = createEmulator()
  const asked = async (accept: string) =>
    emulator.fetch(`${origin}/client/v4/accounts/a/images/v1/nothing`, {
      headers: { authorization: 'Bearer a', accept },
    })
  const text = await asked('*/*')
  expect([text.status, await text.text()]).toEqual([404, 'ERROR 5404: Image not found'])
  expect(text.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(await (await asked('application/json')).json()).toEqual({
    result: null,
    success: false,
    errors: [{ code: 5404, message: 'Image not found' }],
    messages: [],
  })
  for (const errors of ['json', 'text'] as const) {
    const fixed = createEmulator({ fidelity: { errors } })
    const response = await fixed.fetch(
      `${origin}/client/v4/accounts/a/images/v1/nothing`,
      {
        headers: {
          authorization: 'Bearer a',
          accept: errors === 'json' ? '*/*' : 'application/json',
        },
      },
    )
    expect(response.headers.get('content-type')).toMatch(
      errors === 'json' ? /json/ : /text/,
    )
  }
})

test('blocks an account for five minutes once it made too many calls, when told to count', async () => {
  let now = 0
  const emulator = createEmulator({ clock: () => now, limits: { apiRequests: 3 } })
  for (let call = 0; call < 3; call += 1)
    expect((await callApi(emulator, 'GET /v2')).status).toBe(200)
  now = 299_000
  const blocked = await callApi(emulator, 'GET /v2', {
    headers: { authorization: 'Bearer another' },
  })
  expect(refusal(blocked).slice(0, 2)).toEqual([429, 971])
  expect(blocked.headers.get('retry-after')).toBe('300')
  now = 598_999
  expect((await callApi(emulator, 'GET /v2')).status).toBe(429)
  now = 599_000
  expect((await callApi(emulator, 'GET /v2')).status).toBe(200)
})

test('blocks a batch token for a second once it made too many calls, and no other', async () => {
  let now = Date.parse('2026-11-22T00:00:00Z')
  const emulator = createEmulator({ clock: () => now, limits: { batchRequests: 200 } })
  const mint = async () =>
    (await callApi<BatchToken>(emulator, 'GET /v1/batch_token')).result.token
  const call = async (token: string) =>
    emulator.fetch(`${origin}/images/v2`, {
      headers: { authorization: `Bearer ${token}` },
    })
  const [first, second] = [await mint(), await mint()]
  for (let made = 0; made < 200; made += 1) expect((await call(first)).status).toBe(200)
  const blocked = await call(first)
  expect([blocked.status, blocked.headers.get('retry-after')]).toEqual([429, '1'])
  expect((await call(second)).status).toBe(200)
  now += 1_000
  expect((await call(first)).status).toBe(200)
})

test('a reset ends a block', async () => {
  const emulator = createEmulator({ limits: { apiRequests: 1 } })
  expect((await callApi(emulator, 'GET /v2')).status).toBe(200)
  expect((await callApi(emulator, 'GET /v2')).status).toBe(429)
  await emulator.reset()
  expect((await callApi(emulator, 'GET /v2')).status).toBe(200)
})

test('tells what went wrong inside, and does not crash', async () => {
  const emulator = createEmulator({
    store: {
      ...memoryStore(),
      list: async () => {
        throw new Error('the disk is full')
      },
    },
  })
  expect(refusal(await callApi(emulator, 'GET /v2'))).toEqual([
    500,
    5550,
    'Internal error: Error: the disk is full',
  ])
})
