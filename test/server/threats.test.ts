import { limits } from 'react-cloudflare-images'
import { createImagesHandler } from 'react-cloudflare-images/server'
import { defineDelivery } from 'react-cloudflare-images/url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { endpoint, file, send, setUp, uploadAs } from './backend.ts'

/** A body that is never meant to be read. */
function untouched(): { stream: ReadableStream<Uint8Array>; reads: () => number } {
  let reads = 0
  const stream = new ReadableStream<Uint8Array>(
    { pull: (controller) => (reads++, controller.enqueue(new Uint8Array(65_536))) },
    { highWaterMark: 0 },
  )
  return { stream, reads: () => reads }
}

function post(
  headers: Record<string, string>,
  body: BodyInit = JSON.stringify(file),
): Request {
  const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {}
  return new Request(endpoint, { method: 'POST', headers, body, ...streamed })
}

const json = { 'content-type': 'application/json' }

describe('unauthenticated calls', () => {
  it.each([
    ['POST', ''],
    ['GET', ''],
    ['GET', 'some-id'],
    ['PATCH', 'some-id'],
    ['DELETE', 'some-id'],
  ])('answers 401 to %s %s before Cloudflare is asked', async (method, path) => {
    const { as, emulator } = setUp()
    const { status, body } = await as(undefined)(
      method,
      path,
      method === 'GET' ? {} : { json: file },
    )
    expect([status, body.error.code]).toEqual([401, 'unauthorized'])
    expect(emulator.requests).toEqual([])
  })

  it('decides who asks before a byte of the body is read', async () => {
    const { handler } = setUp()
    const { stream, reads } = untouched()
    expect((await handler(post(json, stream))).status).toBe(401)
    expect(reads()).toBe(0)
  })

  it.each([
    ['POST', '-/constructor'],
    ['GET', '-/delete'],
    ['POST', '-/__proto__'],
    ['GET', '-/toString'],
    ['POST', '-/'],
    ['GET', '-/variants/a/b/../../..'],
    ['PUT', ''],
    ['HEAD', ''],
    ['PUT', 'some-id'],
    ['POST', 'some-id'],
    ['PATCH', ''],
    ['DELETE', ''],
  ])('knows no %s %s, signed in or not', async (method, path) => {
    const { as, emulator } = setUp()
    for (const user of [undefined, 'ada']) {
      const { status, body } = await as(user)(method, path)
      expect([status, body.error.code]).toEqual([404, 'endpoint-not-found'])
    }
    expect(emulator.requests).toEqual([])
  })

  it('cannot be set up without saying who may', () => {
    const { images } = setUp()
    // @ts-expect-error authorize is required
    expect(() => createImagesHandler({ images })).toThrow(/authorize/)
  })
})

describe('quota and money', () => {
  it('lets the app stop a user before the body is read, with Retry-After', async () => {
    let left = 3
    const { as, handler, emulator } = setUp({ rateLimit: () => (left-- > 0 ? 0 : 12.3) })
    for (const _ of [1, 2, 3]) {
      expect((await as('ada')('POST', '', { json: file })).status).toBe(201)
    }
    const { stream, reads } = untouched()
    const stopped = await handler(post({ ...json, authorization: 'Bearer ada' }, stream))
    expect(stopped.status).toBe(429)
    expect(stopped.headers.get('retry-after')).toBe('13')
    expect(reads()).toBe(0)
    expect(emulator.requests).toHaveLength(3)
  })

  it('hands out upload URLs that end soon', async () => {
    let late = 0
    const emulate = { clock: () => Date.now() + late }
    const backend = setUp({ expiresIn: 121 }, { emulate })
    const { body } = await backend.as('ada')('POST', '', { json: file })
    expect(Date.parse(body.expiresAt) - Date.now()).toBeLessThanOrEqual(121_000)
    late = 122_000
    expect((await send(backend, body.uploadURL)).status).toBe(410)
  })

  it('takes no file that says it is larger than Cloudflare stores', async () => {
    const { as } = setUp()
    const { status } = await as('ada')('POST', '', { json: { ...file, size: 1e12 } })
    expect(status).toBe(413)
  })
})

describe('body floods', () => {
  const headers = { ...json, authorization: 'Bearer ada' }

  it('reads no more than 16 KB of a body that never ends', async () => {
    const { handler } = setUp()
    const { stream, reads } = untouched()
    expect((await handler(post(headers, stream))).status).toBe(413)
    expect(reads()).toBe(1)
  })

  it('reads nothing of a body that says it is too long', async () => {
    const { handler } = setUp()
    const { stream, reads } = untouched()
    const declared = { ...headers, 'content-length': '99999' }
    expect((await handler(post(declared, stream))).status).toBe(413)
    expect(reads()).toBe(0)
  })

  it('refuses 10 MB by its declared length', async () => {
    const { as, emulator } = setUp()
    const body = JSON.stringify({ ...file, metadata: 'x'.repeat(10_000_000) })
    const { status } = await as('ada')('POST', '', {
      body,
      headers: { ...json, 'content-length': String(body.length) },
    })
    expect(status).toBe(413)
    expect(emulator.requests).toEqual([])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/json',
    '',
  ])('refuses a body of type %j', async (type) => {
    const { as } = setUp()
    const body = new TextEncoder().encode(JSON.stringify(file))
    const { status, body: answer } = await as('ada')('POST', '', {
      body,
      headers: { 'content-type': type },
    })
    expect([status, answer.error.code]).toEqual([415, 'invalid-request'])
  })

  it.each(['', '[]', '"text"', 'null', '{', '{"filename":'])(
    'refuses the body %j',
    async (body) => {
      const { as } = setUp()
      const { status } = await as('ada')('POST', '', { body, headers: json })
      expect(status).toBe(422)
    },
  )
})

describe('overwriting or squatting on ids', () => {
  it('never listens to an id from the browser', async () => {
    const { as, images } = setUp()
    const { body } = await as('ada')('POST', '', {
      json: { ...file, id: 'mine', creator: 'bob' },
    })
    expect(body.id).not.toBe('mine')
    expect(await images.get(body.id)).toMatchObject({ creator: 'ada' })
  })

  it('mints no id twice, not even where Cloudflare would let it', async () => {
    const backend = setUp({ idFor: () => 'ada/avatar' })
    const id = await uploadAs(backend, 'ada')
    const calls = backend.emulator.requests.length
    for (const user of ['ada', 'bob']) {
      const { status, body } = await backend.as(user)('POST', '', { json: file })
      expect([status, body.error.code]).toEqual([409, 'conflict'])
    }
    const later = backend.emulator.requests.slice(calls)
    expect(later.map(({ method }) => method)).toEqual(['GET', 'GET'])
    expect(await backend.images.get(id)).toMatchObject({ creator: 'ada' })
  })

  it.each([
    '',
    '/a',
    'a/',
    'a/../b',
    './a',
    '..',
    '-/delete',
    'keys',
    'x'.repeat(limits.idLength + 1),
    '083eb7b2-5392-4565-b69e-aff66acddd00',
  ])('refuses the id %j of an app, and tells the app', async (id) => {
    const { as, errors, emulator } = setUp({ idFor: () => id })
    const { status } = await as('ada')('POST', '', { json: file })
    expect(status).toBe(500)
    expect(errors).toMatchObject([{ message: expect.stringContaining('idFor') }])
    expect(emulator.requests).toEqual([])
  })
})

describe('private images', () => {
  it('shows nobody else’s, and no unsigned URL of one’s own', async () => {
    const backend = setUp({ requireSignedURLs: true })
    const id = await uploadAs(backend, 'ada')
    expect((await backend.as('bob')('GET', `${id}?urls=public`)).status).toBe(404)
    const { body } = await backend.as('ada')('GET', id)
    expect(body.variants).toBeUndefined()
    const { body: signed } = await backend.as('ada')('GET', `${id}?urls=public`)
    expect(signed.urls.public).toMatch(/\?exp=\d+&sig=[\da-f]{64}$/)
  })

  it('lets no browser open a private image to the world', async () => {
    const backend = setUp({ requireSignedURLs: true })
    const id = await uploadAs(backend, 'ada')
    const { status } = await backend.as('ada')('PATCH', id, {
      json: { requireSignedURLs: false },
    })
    expect(status).toBe(403)
    expect((await backend.images.get(id)).requireSignedURLs).toBe(true)
  })

  it.each(['width=2000', 'public/../../keys', '__proto__', 'x'.repeat(100)])(
    'signs nothing for %j',
    async (name) => {
      const backend = setUp({ requireSignedURLs: true })
      const id = await uploadAs(backend, 'ada')
      const calls = backend.emulator.requests.length
      const { body } = await backend.as('ada')(
        'GET',
        `${id}?urls=${encodeURIComponent(name)}`,
      )
      expect(body.error.code).toBe('unknown-variant')
      // Only what could be the name of a variant is looked for.
      const asked = backend.emulator.requests.length > calls
      expect(asked).toBe(name === '__proto__')
    },
  )

  it('gives no URL with options, which Cloudflare would not have been asked about', async () => {
    const delivery = defineDelivery({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
    const backend = setUp({ delivery })
    const id = await uploadAs(backend, 'ada')
    for (const name of ['width=2000', 'x'.repeat(100)]) {
      const { status } = await backend.as('ada')('GET', `${id}?urls=${name}`)
      expect(status).toBe(404)
    }
  })
})

describe('listing others’ images', () => {
  it.each([
    '',
    ' ',
    '*',
    '\t',
    ' ada',
    'a\nb',
    'a\u0000',
    'a\uD800',
    'x'.repeat(1025),
    undefined,
    null,
    7,
    {},
    ['ada'],
  ])('refuses the user id %j, and tells the app why', async (id) => {
    const backend = setUp({ authorize: () => ({ id }) as never })
    await backend.emulator.seed({
      images: [{ file: new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']) }],
    })
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['GET', 'x'],
      ['DELETE', 'x'],
    ] as const) {
      const { status, body } = await backend.as('ada')(
        method,
        path,
        method === 'POST' ? { json: file } : {},
      )
      expect([status, body.error.code]).toEqual([401, 'unauthorized'])
    }
    expect(backend.emulator.requests).toEqual([])
    expect(backend.errors).toHaveLength(4)
  })

  it('takes no creator from the query', async () => {
    const backend = setUp({ filterable: ['creator'] })
    await uploadAs(backend, 'bob')
    for (const query of [
      'creator=bob',
      'creator=',
      'creator=*',
      'meta.creator[eq]=bob',
    ]) {
      const { status, body } = await backend.as('ada')('GET', `?${query}`)
      expect([status, body.images]).toEqual([200, []])
    }
  })

  it('drops what Cloudflare lists although it is somebody else’s', async () => {
    const backend = setUp()
    await uploadAs(backend, 'bob')
    const handler = createImagesHandler({
      images: { ...backend.images, list: () => backend.images.list() },
      authorize: () => ({ id: 'ada' }),
    })
    expect(await (await handler(new Request(endpoint))).json()).toEqual({ images: [] })
  })

  it('never tells who the creator is', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada')
    const answers = [
      await backend.as('ada')('GET'),
      await backend.as('ada')('GET', id),
      await backend.as('ada')('PATCH', id, { json: { alt: 'x' } }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toMatch(/creator|ada/)
    }
  })
})

describe('reading, changing or deleting others’ images', () => {
  it('answers alike for somebody else’s image, their draft, and none at all', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada')
    const { body: draft } = await backend.as('ada')('POST', '', { json: file })
    const missing = '00000000-0000-4000-0000-000000000000'
    for (const [method, json] of [
      ['GET'],
      ['PATCH', { alt: 'x' }],
      ['DELETE'],
    ] as const) {
      const answers = []
      for (const path of [id, draft.id, missing]) {
        const { status, body } = await backend.as('bob')(method, path, { json })
        answers.push({ status, body })
      }
      expect(answers[0]).toEqual(answers[2])
      expect(answers[1]).toEqual(answers[2])
      expect(answers[0]?.status).toBe(method === 'DELETE' ? 204 : 404)
    }
    expect((await backend.images.get(id)).meta).toBeUndefined()
    expect((await backend.images.get(draft.id)).draft).toBe(true)
  })

  it('gives an image without a creator to nobody', async () => {
    const backend = setUp()
    const [image] = await backend.emulator.seed({
      images: [{ file: new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']) }],
    })
    for (const user of ['null', 'undefined', 'ada']) {
      expect((await backend.as(user)('GET', image!.id)).status).toBe(404)
    }
  })

  it.each([
    'keys',
    'stats',
    'variants',
    'config',
    'batch_token',
    'variants%2Fpublic',
    '%2e%2e',
    '%252e%252e',
  ])('reaches nothing but images by the id %s', async (id) => {
    const backend = setUp({ can: () => true })
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const { status } = await backend.as('ada')(
        method,
        id,
        method === 'PATCH' ? { json: { alt: 'x' } } : {},
      )
      expect([204, 404]).toContain(status)
    }
    const paths = backend.emulator.requests.map(({ path }) => path)
    for (const path of paths) expect(path).toMatch(/\/images\/v1\/[^/]*%[^/]*$/)
  })

  it('asks `can` for more than one’s own, and only then', async () => {
    const asked: unknown[] = []
    const backend = setUp({
      can: (user, action, image) => {
        asked.push([user.id, action, image?.creator])
        return user.id === 'root'
      },
    })
    const id = await uploadAs(backend, 'ada')
    expect((await backend.as('ada')('GET', id)).status).toBe(200)
    expect(asked).toEqual([])
    expect((await backend.as('root')('PATCH', id, { json: { alt: 'x' } })).status).toBe(
      200,
    )
    expect((await backend.as('bob')('PATCH', id, { json: { alt: 'y' } })).status).toBe(
      404,
    )
    expect(asked).toEqual([
      ['root', 'update', 'ada'],
      ['bob', 'update', 'ada'],
    ])
    expect((await backend.as('root')('GET')).body.images).toHaveLength(1)
    expect((await backend.as('bob')('GET')).body.images).toEqual([])
  })
})

describe('metadata injection', () => {
  const schema = {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (value: unknown) => {
        const { album } = value as { album?: unknown }
        return typeof album === 'string'
          ? { value: { album: album.trim() } }
          : { issues: [{ message: 'must be a text', path: ['album'] }] }
      },
    },
  } as const

  it('stores what the schema returns, not what was sent', async () => {
    const backend = setUp({ metadata: schema })
    const metadata = {
      album: ' summer ',
      approved: true,
      creator: 'root',
      __proto__: { a: 1 },
    }
    const id = await uploadAs(backend, 'ada', { metadata })
    expect(await backend.images.get(id)).toMatchObject({
      meta: { album: 'summer' },
      creator: 'ada',
    })
    expect((await backend.images.get(id)).meta).toEqual({ album: 'summer' })
  })

  it('takes a schema of Valibot as it is', async () => {
    const metadata = v.object({ album: v.pipe(v.string(), v.trim(), v.maxLength(5)) })
    const backend = setUp({ metadata })
    const id = await uploadAs(backend, 'ada', { metadata: { album: ' sea ', extra: 1 } })
    expect((await backend.images.get(id)).meta).toEqual({ album: 'sea' })
    const json = { ...file, metadata: { album: 'too long' } }
    const { status, body } = await backend.as('ada')('POST', '', { json })
    expect([status, body.error.message]).toEqual([
      422,
      expect.stringContaining('metadata.album: Invalid length'),
    ])
  })

  it('says what the schema says', async () => {
    const { as, emulator } = setUp({ metadata: schema })
    const { status, body } = await as('ada')('POST', '', {
      json: { ...file, metadata: { album: 1 } },
    })
    expect([status, body.error]).toEqual([
      422,
      { code: 'invalid-request', message: 'metadata.album: must be a text' },
    ])
    expect(emulator.requests).toEqual([])
  })

  it('holds where no metadata is sent at all', async () => {
    const { as } = setUp({ metadata: schema })
    expect((await as('ada')('POST', '', { json: file })).status).toBe(422)
  })

  it('lets the server’s fields win over the browser’s', async () => {
    const backend = setUp({
      metadata: (input, user) => ({ ...input, tenant: `t-${user.id}` }),
    })
    const id = await uploadAs(backend, 'ada', {
      metadata: { tenant: 't-bob', note: 'x' },
    })
    expect((await backend.images.get(id)).meta).toEqual({ tenant: 't-ada', note: 'x' })
    await backend.as('ada')('PATCH', id, {
      json: { metadata: { tenant: null, note: null } },
    })
    expect((await backend.images.get(id)).meta).toEqual({ tenant: 't-ada' })
  })

  it('leaves alone what the app wrote beside the schema', async () => {
    const backend = setUp({ metadata: schema })
    const id = await uploadAs(backend, 'ada', { metadata: { album: 'a' } })
    await backend.images.update(id, { metadata: { album: 'a', approved: false } })
    const json = { metadata: { album: 'b', approved: true } }
    await backend.as('ada')('PATCH', id, { json })
    expect((await backend.images.get(id)).meta).toEqual({ album: 'b', approved: false })
    await backend.as('ada')('PATCH', id, { json: { metadata: { approved: null } } })
    expect((await backend.images.get(id)).meta).toEqual({ album: 'b', approved: false })
  })

  it('takes no facts by way of the metadata', async () => {
    const backend = setUp()
    const metadata = { a: 1, rci: { w: 9, h: 9, st: 'pending' } }
    const id = await uploadAs(backend, 'ada', { metadata })
    expect((await backend.images.get(id)).meta).toEqual({ a: 1 })
    await backend.as('ada')('PATCH', id, { json: { metadata } })
    expect((await backend.images.get(id)).meta).toEqual({ a: 1 })
  })

  it('keeps inherited names out of what is stored', async () => {
    const backend = setUp()
    const body = `{"filename":"a.png","type":"image/png","size":1,"metadata":{"__proto__":{"admin":true},"a":1}}`
    const { status, body: minted } = await backend.as('ada')('POST', '', {
      body,
      headers: json,
    })
    expect(status).toBe(201)
    expect((await backend.images.get(minted.id)).meta).toEqual({ a: 1 })
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it('stores nothing that is secret: the uploader is shown all of it', async () => {
    const backend = setUp({ metadata: (input) => input })
    const { body } = await backend.as('ada')('POST', '', {
      json: { ...file, metadata: { album: 'a' } },
    })
    const answer = await (await send(backend, body.uploadURL)).text()
    expect(JSON.parse(answer).result.meta).toEqual({ album: 'a' })
    expect(answer).not.toContain('secret-token')
  })
})

describe('forged calls from other sites', () => {
  const call = async (
    headers: Record<string, string>,
    {
      trustedOrigins,
      method = 'POST',
    }: { trustedOrigins?: string[]; method?: string } = {},
  ) => {
    const { handler } = setUp({ authorize: () => ({ id: 'ada' }), trustedOrigins })
    const path = method === 'POST' ? '' : '/some-id'
    const body = method === 'DELETE' ? undefined : JSON.stringify(file)
    const request = new Request(endpoint + path, {
      method,
      headers: { ...json, ...headers },
      ...(body && { body }),
    })
    return handler(request)
  }

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    [
      'a neighbour',
      { 'sec-fetch-site': 'same-site', origin: 'https://blog.app.example' },
    ],
    ['a sandboxed frame', { origin: 'null' }],
    ['another origin of an old browser', { origin: 'https://evil.example' }],
    ['another port', { origin: 'https://app.example:8443' }],
    ['plain http', { origin: 'http://app.example' }],
    ['nowhere, with a cookie', { cookie: 'session=1' }],
  ])('refuses what comes from %s', async (_, headers) => {
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      const response = await call(headers as Record<string, string>, { method })
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it.each([
    ['its own pages', { 'sec-fetch-site': 'same-origin' }],
    [
      'its own pages behind a proxy',
      { 'sec-fetch-site': 'same-origin', origin: 'https://public.example' },
    ],
    [
      'its own pages in an old browser',
      { origin: 'https://app.example', cookie: 'session=1' },
    ],
    ['a trusted page', { 'sec-fetch-site': 'cross-site', origin: 'https://spa.example' }],
    ['a program without cookies', {}],
  ])('takes what comes from %s', async (_, headers) => {
    const trustedOrigins = ['https://spa.example']
    const response = await call(headers as Record<string, string>, { trustedOrigins })
    expect(response.status).toBe(201)
  })

  it('refuses JSON that a form could send', async () => {
    const response = await call({
      'content-type': 'text/plain',
      'sec-fetch-site': 'same-origin',
    })
    expect(response.status).toBe(415)
  })

  it('lets trusted pages read answers with cookies, errors too, and names each by itself', async () => {
    const trustedOrigins = ['https://spa.example', 'https://two.example']
    const { handler } = setUp({ trustedOrigins })
    for (const origin of trustedOrigins) {
      const { status, headers } = await handler(
        new Request(endpoint, { headers: { origin } }),
      )
      expect(status).toBe(401)
      expect(headers.get('access-control-allow-origin')).toBe(origin)
      expect(headers.get('access-control-allow-credentials')).toBe('true')
      expect(headers.get('access-control-expose-headers')).toBe('Retry-After')
      expect(headers.get('vary')).toContain('Origin')
    }
    const { headers } = await handler(
      new Request(endpoint, { headers: { origin: 'https://evil.example' } }),
    )
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('vary')).toContain('Origin')
  })

  it('answers preflights of trusted pages, without asking who they are', async () => {
    const { handler } = setUp({ trustedOrigins: ['https://spa.example'] })
    const ask = (origin: string) =>
      handler(
        new Request(`${endpoint}/some-id`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'PATCH',
            'access-control-request-headers': 'authorization,content-type',
          },
        }),
      )
    const { status, headers } = await ask('https://spa.example')
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toContain('PATCH')
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type')
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    const refused = await ask('https://evil.example')
    expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    expect(refused.headers.get('access-control-allow-methods')).toBeNull()
  })

  it('has no GET with an effect', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada')
    const calls = backend.emulator.requests.length
    await backend.as('ada')('GET', `${id}?_method=DELETE`, {
      headers: { 'x-http-method-override': 'DELETE' },
    })
    expect(backend.emulator.requests.slice(calls).map(({ method }) => method)).toEqual([
      'GET',
    ])
  })
})

describe('wrong bytes', () => {
  it('believes no file that it is a picture: Cloudflare decodes it', async () => {
    const backend = setUp()
    const { body } = await backend.as('ada')('POST', '', { json: file })
    const form = new FormData()
    form.set(
      'file',
      new File(['<html><script>alert(1)</script>'], 'a.png', { type: 'image/png' }),
    )
    const upload = await backend.emulator.fetch(body.uploadURL, {
      method: 'POST',
      body: form,
    })
    expect(upload.status).toBeGreaterThanOrEqual(400)
    expect((await backend.as('ada')('GET', body.id)).body.draft).toBe(true)
  })
})

describe('pictures that are documents', () => {
  const svg = { filename: 'a.svg', type: 'image/svg+xml', size: 70 }

  it('are refused unless the app accepts them, by either way', async () => {
    const { as, emulator } = setUp()
    const form = new FormData()
    form.set('mint', JSON.stringify(svg))
    form.set('file', new File(['<svg/>'], 'a.svg'))
    const answers = [
      await as('ada')('POST', '', { json: svg }),
      await as('ada')('POST', '-/proxy', { body: form }),
    ]
    for (const { status, body } of answers) {
      expect([status, body.error.code]).toEqual([415, 'unsupported-type'])
    }
    expect(emulator.requests).toEqual([])
  })

  it('are taken where the app says so, and then nothing that it does not name', async () => {
    const { as } = setUp({ accept: ['image/svg+xml'] })
    expect((await as('ada')('POST', '', { json: svg })).status).toBe(201)
    expect((await as('ada')('POST', '', { json: file })).status).toBe(415)
  })

  it('can be deleted by the app once they are there, whatever they said they were', async () => {
    const backend = setUp({
      on: {
        uploaded: async ({ image }) => {
          const type = (await backend.images.blob(image.id)).headers.get('content-type')
          if (type !== 'image/png') await backend.images.delete(image.id)
        },
      },
    })
    const { body: minted } = await backend.as('ada')('POST', '', { json: file })
    const form = new FormData()
    form.set('file', new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.png'))
    await backend.emulator.fetch(minted.uploadURL, { method: 'POST', body: form })
    await backend.as('ada')('POST', '-/confirm', { json: { ids: [minted.id] } })
    expect((await backend.as('ada')('GET', minted.id)).status).toBe(404)
  })
})

describe('leaking errors', () => {
  it.each([
    [400, 5400, 'invalid-request', 422],
    [401, 10000, 'server-error', 500],
    [403, 5403, 'server-error', 500],
    [403, 5453, 'quota-exceeded', 507],
    [429, 971, 'rate-limited', 429],
    [500, 5550, 'server-error', 500],
    [502, 9999, 'server-error', 500],
  ])(
    'tells of Cloudflare’s %i with %i no more than %s',
    async (status, number, code, answered) => {
      const secret = 'account 0123456789abcdef of owner@example.com'
      const body = {
        success: false,
        result: null,
        messages: [],
        errors: [{ code: number, message: secret }],
      }
      const { as, errors } = setUp(
        {},
        { emulate: { faults: [{ host: 'api', status, body }] } },
      )
      const answer = await as('ada')('POST', '', { json: file })
      expect([answer.status, answer.body.error.code]).toEqual([answered, code])
      expect(Object.keys(answer.body)).toEqual(['error'])
      expect(Object.keys(answer.body.error).toSorted()).toEqual(['code', 'message'])
      expect(JSON.stringify([answer.body, [...answer.headers]])).not.toMatch(
        /0123|owner|secret-token|cf-ray/,
      )
      expect(errors).toMatchObject([
        { cloudflareCode: number, status, message: expect.stringContaining(secret) },
      ])
    },
  )

  it('keeps every answer out of caches on the way', async () => {
    const { as } = setUp()
    for (const user of ['ada', undefined]) {
      expect((await as(user)('GET')).headers.get('cache-control')).toBe(
        'private, no-store',
      )
    }
  })
})

describe('old sessions', () => {
  it('asks who it is at every call', async () => {
    let signedIn = true
    const { as } = setUp({ authorize: () => (signedIn ? { id: 'ada' } : null) })
    expect((await as('ada')('POST', '', { json: file })).status).toBe(201)
    signedIn = false
    const { status, headers } = await as('ada')('POST', '', { json: file })
    expect(status).toBe(401)
    expect(headers.getSetCookie()).toEqual([])
  })
})

describe('forged completion', () => {
  it('is believed by nobody: Cloudflare is asked', async () => {
    const told: unknown[] = []
    const backend = setUp({ on: { uploaded: (event) => told.push(event) } })
    const { body: draft } = await backend.as('ada')('POST', '', { json: file })
    const foreign = await uploadAs(backend, 'bob')
    const confirm = (id: string) =>
      backend.as('ada')('POST', '-/confirm', { json: { ids: [id] } })
    expect((await confirm(draft.id)).status).toBe(404)
    expect((await confirm(foreign)).status).toBe(404)
    expect(told).toEqual([])
    await send(backend, draft.uploadURL)
    expect((await confirm(draft.id)).status).toBe(200)
    expect(told).toMatchObject([{ user: { id: 'ada' }, image: { id: draft.id } }])
  })
})

describe('being led to fetch from inside', () => {
  it.each([
    'file:///etc/passwd',
    'http://169.254.169.254/',
    'http://example.com/a.png',
    'https://169.254.169.254/',
    'https://localhost/',
  ])('imports nothing from %s', async (url) => {
    const { as, emulator } = setUp()
    const { status } = await as('ada')('POST', '-/import', { json: { url } })
    expect(status).toBe(422)
    expect(emulator.requests).toEqual([])
  })
})
