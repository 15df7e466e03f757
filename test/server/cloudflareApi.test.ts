import { createHmac } from 'node:crypto'
import { cloudflareApi } from 'react-cloudflare-images/server'
import { describe, expect, it } from 'vitest'
import { listen, refuse, serve, succeed } from './listen.ts'
import type { Recorded } from './listen.ts'

const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
const hash = 'Vi7wi5KSItxGFsWRG2Us6Q'
const image = {
  id,
  filename: 'a.jpg',
  uploaded: '2026-11-22T00:00:00.000Z',
  requireSignedURLs: false,
  variants: [`https://imagedelivery.net/${hash}/${id}/public`],
}

type Answer = Parameters<typeof listen>[0]

async function setUp(answer: Answer = (_, response) => succeed(response, image)) {
  const { origin, requests } = await listen(answer)
  const baseUrl = `${origin}/client/v4`
  const images = cloudflareApi({ accountId: 'acc', apiToken: 'secret-token', baseUrl })
  return { origin, baseUrl, requests, images }
}

/** Answers each request by the next of these functions, and by the last one for ever after. */
function inTurn(...answers: Answer[]): Answer {
  let next = 0
  return (request, response) =>
    answers[Math.min(next++, answers.length - 1)]?.(request, response)
}

const line = ({ method, url }: Recorded) => `${method} ${url}`

describe('what cloudflareApi sends', () => {
  it('names the account in the path, its token in a header, and asks for JSON', async () => {
    const { images, requests } = await setUp()
    await images.get(id)
    expect(requests.map(line)).toEqual([`GET /client/v4/accounts/acc/images/v1/${id}`])
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer secret-token',
      accept: 'application/json',
    })
    expect(requests[0]?.headers['content-type']).toBeUndefined()
  })

  it('sends key and email where there is no token', async () => {
    const { baseUrl, requests } = await setUp()
    const images = cloudflareApi({
      accountId: 'acc',
      apiKey: 'k',
      email: 'a@b.example',
      baseUrl,
    })
    await images.get(id)
    expect(requests[0]?.headers).toMatchObject({
      'x-auth-key': 'k',
      'x-auth-email': 'a@b.example',
    })
    expect(requests[0]?.headers.authorization).toBeUndefined()
  })

  it('mints with a multipart form that is never empty', async () => {
    const { images, requests } = await setUp()
    await images.createDirectUpload()
    expect(requests.map(line)).toEqual([
      'POST /client/v4/accounts/acc/images/v2/direct_upload',
    ])
    expect(requests[0]?.headers['content-type']).toMatch(
      /^multipart\/form-data; boundary=/,
    )
    expect((await requests[0]?.form())?.text).toEqual({ requireSignedURLs: 'false' })
  })

  it('mints with metadata as JSON text and the expiry as a date', async () => {
    const { images, requests } = await setUp()
    const before = Date.now()
    await images.createDirectUpload({
      creator: 'ada',
      metadata: { album: 'Zürich', n: 1 },
      requireSignedURLs: true,
      expiresIn: 600,
    })
    const { text: form } = await requests[0]!.form()
    expect(form).toMatchObject({ creator: 'ada', requireSignedURLs: 'true' })
    expect(JSON.parse(form['metadata']!)).toEqual({ album: 'Zürich', n: 1 })
    const expiry = Date.parse(form['expiry']!) - before
    expect(expiry).toBeGreaterThanOrEqual(600_000)
    expect(expiry).toBeLessThan(610_000)
  })

  it('uploads a file under its name and type', async () => {
    const { images, requests } = await setUp()
    await images.upload(new File(['bytes'], 'cat.png', { type: 'image/png' }), {
      creator: 'ada',
    })
    const { file, text } = await requests[0]!.form()
    expect([file?.name, file?.type, await file?.text(), text['creator']]).toEqual([
      'cat.png',
      'image/png',
      'bytes',
      'ada',
    ])
    expect(line(requests[0]!)).toBe('POST /client/v4/accounts/acc/images/v1')
  })

  it('uploads a stream as it comes, and lets no name or type break out of the form', async () => {
    const { images, requests } = await setUp()
    const stream = new Blob(['by', 'tes']).stream()
    const filename = 'a"; name="creator"\r\n\r\nmallory.png'
    await images.upload(stream, { filename, type: 'image/png', metadata: { a: 1 } })
    const { text, file } = await requests[0]!.form()
    expect(Object.keys(text).toSorted()).toEqual(['metadata', 'requireSignedURLs'])
    expect([file?.type, await file?.text()]).toEqual(['image/png', 'bytes'])
    expect(requests[0]?.headers['transfer-encoding']).toBe('chunked')
  })

  it('has Cloudflare fetch a URL', async () => {
    const { images, requests } = await setUp()
    await images.importFromUrl('https://example.com/a.jpg', { creator: 'ada' })
    expect((await requests[0]?.form())?.text).toEqual({
      url: 'https://example.com/a.jpg',
      creator: 'ada',
      requireSignedURLs: 'false',
    })
  })

  it('percent-encodes ids whole', async () => {
    const { images, requests } = await setUp()
    await images.get('people/ada lovelace?#%')
    expect(requests[0]?.url).toBe(
      '/client/v4/accounts/acc/images/v1/people%2Fada%20lovelace%3F%23%25',
    )
  })

  it('lists newest first, by cursor, creator and metadata', async () => {
    const { images, requests } = await setUp((_, response) =>
      succeed(response, { images: [image], continuation_token: null }),
    )
    const page = await images.list({
      cursor: 'next',
      limit: 20,
      creator: '',
      meta: { album: 'summer', 'stars[gte]': 4 },
    })
    expect(page).toEqual({ images: [image] })
    const url = new URL(requests[0]!.url, 'http://x')
    expect(url.pathname).toBe('/client/v4/accounts/acc/images/v2')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      sort_order: 'desc',
      continuation_token: 'next',
      per_page: '20',
      creator: '',
      'meta.album[eq]': 'summer',
      'meta.stars[gte]': '4',
    })
  })

  it('lists everything, one call a page', async () => {
    const { images, requests } = await setUp(
      inTurn(
        (_, response) =>
          succeed(response, { images: [image], continuation_token: 'two' }),
        (_, response) => succeed(response, { images: [], continuation_token: 'three' }),
        (_, response) => succeed(response, { images: [image] }),
      ),
    )
    const seen: string[] = []
    for await (const one of images.listAll({ sort: 'oldest' })) seen.push(one.id)
    expect(seen).toEqual([id, id])
    const tokens = requests.map(({ url }) =>
      new URL(url, 'http://x').searchParams.get('continuation_token'),
    )
    expect(tokens).toEqual([null, 'two', 'three'])
  })

  it('edits with JSON, leaving out what stays', async () => {
    const { images, requests } = await setUp()
    await images.update(id, { metadata: { a: 1 } })
    expect(line(requests[0]!)).toBe(`PATCH /client/v4/accounts/acc/images/v1/${id}`)
    expect(requests[0]?.headers['content-type']).toBe('application/json')
    expect(JSON.parse(String(requests[0]?.body))).toEqual({ metadata: { a: 1 } })
  })

  it('makes a key with a PUT that has neither body nor content type', async () => {
    const { images, requests } = await setUp((_, response) =>
      succeed(response, { keys: [{ name: 'web', value: 'v' }] }),
    )
    expect(await images.keys.create('web')).toEqual([{ name: 'web', value: 'v' }])
    expect(line(requests[0]!)).toBe('PUT /client/v4/accounts/acc/images/v1/keys/web')
    expect(requests[0]?.headers['content-type']).toBeUndefined()
    expect(requests[0]?.body.length).toBe(0)
  })

  it('reaches every other call of the account', async () => {
    const variant = { id: 'hero', options: { width: 100 } }
    const { images, requests } = await setUp((_, response) =>
      succeed(response, { keys: [], variants: { hero: variant }, variant }),
    )
    await images.keys.list()
    await images.keys.delete('web')
    expect(await images.variants.list()).toEqual({ hero: variant })
    expect(await images.variants.get('hero')).toEqual(variant)
    expect(await images.variants.create(variant)).toEqual(variant)
    await images.variants.update('hero', { options: { width: 50 } })
    await images.variants.delete('hero')
    await images.config.get()
    await images.config.update({ flexible_variants: true })
    await images.stats()
    await images.batchToken()
    const base = '/client/v4/accounts/acc/images/v1'
    expect(requests.map(line)).toEqual([
      `GET ${base}/keys`,
      `DELETE ${base}/keys/web`,
      `GET ${base}/variants`,
      `GET ${base}/variants/hero`,
      `POST ${base}/variants`,
      `PATCH ${base}/variants/hero`,
      `DELETE ${base}/variants/hero`,
      `GET ${base}/config`,
      `PATCH ${base}/config`,
      `GET ${base}/stats`,
      `GET ${base}/batch_token`,
    ])
  })

  it('answers the bytes of an image as they come', async () => {
    const { images, requests } = await setUp((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' })
      response.end('bytes')
    })
    const response = await images.blob('a/b')
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await response.text()).toBe('bytes')
    expect(line(requests[0]!)).toBe('GET /client/v4/accounts/acc/images/v1/a%2Fb/blob')
  })
})

describe('what cloudflareApi refuses to send', () => {
  it.each([
    '',
    '.',
    '..',
    'keys',
    'stats',
    'variants',
    'config',
    'batch_token',
    'direct_upload',
  ])('takes %j for no id of an image', async (bad) => {
    const { images, requests } = await setUp()
    for (const call of [images.get, images.delete, images.blob]) {
      await expect(call(bad)).rejects.toMatchObject({ code: 'invalid-id' })
    }
    await expect(images.update(bad, {})).rejects.toMatchObject({ code: 'invalid-id' })
    expect(requests).toEqual([])
  })

  it('takes half a character and more than 1,024 characters for no id', async () => {
    const { images, requests } = await setUp()
    for (const bad of ['a\uD800', 'x'.repeat(1025)]) {
      await expect(images.get(bad)).rejects.toMatchObject({ code: 'invalid-id' })
    }
    expect(requests).toEqual([])
  })

  it('never asks for all keys or variants by an empty or winding name', async () => {
    const { images, requests } = await setUp()
    for (const bad of ['', '..', 'a/b']) {
      await expect(images.variants.delete(bad)).rejects.toMatchObject({
        code: 'invalid-request',
      })
      await expect(images.keys.delete(bad)).rejects.toMatchObject({
        code: 'invalid-request',
      })
    }
    expect(requests).toEqual([])
  })

  it('says that an image with a custom id cannot be private', async () => {
    const { images, requests } = await setUp()
    const code = 'custom-id-cannot-be-private'
    const mint = images.createDirectUpload({ id: 'a/b', requireSignedURLs: true })
    await expect(mint).rejects.toMatchObject({ code })
    const update = images.update('a/b', { requireSignedURLs: true })
    await expect(update).rejects.toMatchObject({ code })
    expect(requests).toEqual([])
  })

  it('says which setting is missing, at the first call and not before', async () => {
    const images = cloudflareApi({ accountId: '', apiToken: 'x' })
    await expect(images.get(id)).rejects.toMatchObject({
      code: 'server-error',
      retryable: false,
      message: expect.stringContaining('accountId'),
    })
  })
})

describe('what cloudflareApi makes of failures', () => {
  it('reads a JSON refusal, with number, status and ray', async () => {
    const { images } = await setUp((_, response) =>
      refuse(response, { status: 404, code: 5404 }),
    )
    await expect(images.get(id)).rejects.toMatchObject({
      name: 'ImagesError',
      code: 'not-found',
      status: 404,
      cloudflareCode: 5404,
      ray: '8c1-FRA',
    })
  })

  it('reads a plain-text refusal', async () => {
    const { images } = await setUp((_, response) => {
      response
        .writeHead(415, { 'content-type': 'text/plain' })
        .end('ERROR 5455: not a picture')
    })
    await expect(images.upload(new Blob(['x']))).rejects.toMatchObject({
      code: 'unsupported-type',
      cloudflareCode: 5455,
    })
  })

  it('reads a plain-text refusal of bytes too', async () => {
    const { images } = await setUp((_, response) => {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('ERROR 5404: gone')
    })
    await expect(images.blob(id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('takes a web page for no answer', async () => {
    const { images } = await setUp((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
    })
    await expect(images.get(id)).rejects.toMatchObject({ code: 'bad-response' })
  })

  it('deletes what is already gone', async () => {
    const { images } = await setUp((_, response) =>
      refuse(response, { status: 404, code: 5404 }),
    )
    await expect(images.delete(id)).resolves.toBeUndefined()
  })

  it('asks again after an outage when nothing can happen twice', async () => {
    const { images, requests } = await setUp(
      inTurn(
        (_, response) => refuse(response, { status: 503, code: 5503 }),
        (_, response) => response.destroy(),
        (_, response) => succeed(response, image),
      ),
    )
    await expect(images.get(id)).resolves.toMatchObject({ id })
    expect(requests).toHaveLength(3)
  })

  it('gives up after three attempts', async () => {
    const { images, requests } = await setUp((_, response) =>
      refuse(response, { status: 500, code: 5500 }),
    )
    await expect(images.delete(id)).rejects.toMatchObject({ code: 'server-error' })
    expect(requests).toHaveLength(3)
  })

  it('never mints or edits twice after an outage', async () => {
    const { images, requests } = await setUp((_, response) => response.destroy())
    await expect(images.createDirectUpload()).rejects.toMatchObject({ code: 'network' })
    await expect(images.update(id, { metadata: {} })).rejects.toMatchObject({
      code: 'network',
    })
    expect(requests).toHaveLength(2)
  })

  it('waits as told and mints again after 429, which had no effect', async () => {
    const { images, requests } = await setUp(
      inTurn(
        (_, response) => {
          response.setHeader('retry-after', '1')
          refuse(response, { status: 429, code: 971 })
        },
        (_, response) => succeed(response, { id, uploadURL: 'https://upload.example/x' }),
      ),
    )
    const start = performance.now()
    await expect(images.createDirectUpload()).resolves.toMatchObject({ id })
    expect(performance.now() - start).toBeGreaterThan(990)
    expect(requests).toHaveLength(2)
    expect((await requests[1]?.form())?.text).toEqual({ requireSignedURLs: 'false' })
  })

  it('sends no stream twice, since it is read: the caller hears of the 429', async () => {
    const { images, requests } = await setUp((_, response) =>
      refuse(response, { status: 429, code: 971 }),
    )
    const stream = new Blob(['bytes']).stream()
    await expect(images.upload(stream)).rejects.toMatchObject({ code: 'rate-limited' })
    expect(requests).toHaveLength(1)
  })

  it('leaves a long wait to the caller', async () => {
    const { images, requests } = await setUp((_, response) => {
      response.setHeader('retry-after', '240')
      refuse(response, { status: 429, code: 971 })
    })
    await expect(images.get(id)).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfter: 240,
    })
    expect(requests).toHaveLength(1)
  })

  it('stops at once when the caller gives up, also between two attempts', async () => {
    const controller = new AbortController()
    const { images, requests } = await setUp((_, response) => {
      response.setHeader('retry-after', '5')
      refuse(response, { status: 503, code: 5503 })
      setTimeout(() => controller.abort(), 50)
    })
    const start = performance.now()
    const call = images.get(id, { signal: controller.signal })
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    expect(performance.now() - start).toBeLessThan(4000)
    expect(requests).toHaveLength(1)
  })

  it('closes the connection when the caller gives up', async () => {
    const controller = new AbortController()
    let closed: Promise<unknown> | undefined
    const origin = await serve((request) => {
      closed = new Promise((resolve) => request.socket.once('close', resolve))
      controller.abort()
    })
    const images = cloudflareApi({ accountId: 'acc', apiToken: 't', baseUrl: origin })
    const call = images.list({ signal: controller.signal })
    await expect(call).rejects.toMatchObject({ code: 'aborted' })
    await closed
  })
})

describe('the batch host', () => {
  const soon = () => ({
    token: 'batch-token',
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  })

  async function batchSetUp(answer: Answer) {
    const { origin, requests, baseUrl } = await setUp(answer)
    const batch = `${origin}/batch`
    const images = cloudflareApi({
      accountId: 'acc',
      apiToken: 'secret-token',
      baseUrl,
      batch,
    })
    return { images, requests }
  }

  it('asks for one token, and then sends there what the batch host takes', async () => {
    const { images, requests } = await batchSetUp(({ url }, response) =>
      succeed(response, url.endsWith('batch_token') ? soon() : image),
    )
    await Promise.all([images.get(id), images.get(id), images.delete(id)])
    await images.stats()
    expect(requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/client/v4/accounts/acc/images/v1/batch_token', 'Bearer secret-token'],
      [`/batch/images/v1/${id}`, 'Bearer batch-token'],
      [`/batch/images/v1/${id}`, 'Bearer batch-token'],
      [`/batch/images/v1/${id}`, 'Bearer batch-token'],
      ['/client/v4/accounts/acc/images/v1/stats', 'Bearer secret-token'],
    ])
  })

  it('falls back to the API where the token may not do this', async () => {
    const { images, requests } = await batchSetUp(({ url }, response) =>
      url.endsWith('batch_token')
        ? refuse(response, { status: 403, code: 5403 })
        : succeed(response, image),
    )
    await images.get(id)
    await images.get(id)
    expect(requests.map(({ url }) => url.replace('/client/v4/accounts/acc', ''))).toEqual(
      ['/images/v1/batch_token', `/images/v1/${id}`, `/images/v1/${id}`],
    )
  })

  it('asks for a new token when the old one is refused', async () => {
    let tokens = 0
    const { images } = await batchSetUp(({ url, headers }, response) => {
      if (url.endsWith('batch_token'))
        succeed(response, { ...soon(), token: `t${++tokens}` })
      else if (headers.authorization === 'Bearer t1')
        refuse(response, { status: 401, code: 10000 })
      else succeed(response, { id, uploadURL: 'https://upload.example/x' })
    })
    await expect(images.createDirectUpload()).resolves.toMatchObject({ id })
    expect(tokens).toBe(2)
  })

  it('stays below 200 calls a second', async () => {
    const { images, requests } = await batchSetUp(({ url }, response) =>
      succeed(response, url.endsWith('batch_token') ? soon() : image),
    )
    const start = performance.now()
    await Promise.all(Array.from({ length: 101 }, () => images.get(id)))
    expect(performance.now() - start).toBeGreaterThan(490)
    expect(requests).toHaveLength(102)
  })
})

describe('signUrl', () => {
  const key = 'test-signing-key-0123456789'
  const answers: Answer = ({ url }, response) => {
    if (url.endsWith('/keys'))
      succeed(response, { keys: [{ name: 'default', value: key }] })
    else if (url.endsWith('/variants')) {
      const thumb = { id: 'thumb', options: {} }
      const open = { id: 'open', options: {}, neverRequireSignedURLs: true }
      succeed(response, { variants: { thumb, open } })
    } else succeed(response, image)
  }

  it('signs path and expiry as node:crypto does', async () => {
    const { images } = await setUp(answers)
    const path = `/${hash}/${id}/thumb?exp=1795305600`
    const sig = createHmac('sha256', key).update(path).digest('hex')
    expect(await images.signUrl(id, 'thumb', { expiresAt: 1_795_305_600 })).toBe(
      `https://imagedelivery.net${path}&sig=${sig}`,
    )
  })

  it('costs no call once keys, variants and the place of delivery are known', async () => {
    const { images, requests } = await setUp(answers)
    await images.signUrl(id, 'thumb', { expiresIn: 60 })
    const before = requests.length
    await Promise.all(
      Array.from({ length: 50 }, () => images.signUrl(id, 'thumb', { expiresIn: 60 })),
    )
    expect(requests).toHaveLength(before)
    expect(before).toBe(3)
  })

  it('leaves alone what never needs a signature', async () => {
    const { images } = await setUp(answers)
    expect(await images.signUrl(id, 'open', { expiresIn: 60 })).toBe(
      `https://imagedelivery.net/${hash}/${id}/open`,
    )
  })

  it('refuses custom ids, options, unknown variants and unknown keys, with the reason', async () => {
    const { images } = await setUp(answers)
    await expect(images.signUrl('a/b', 'thumb')).rejects.toMatchObject({
      code: 'custom-id-cannot-be-private',
    })
    for (const variant of ['width=100', 'nope', '__proto__']) {
      await expect(images.signUrl(id, variant)).rejects.toMatchObject({
        code: 'unknown-variant',
      })
    }
    await expect(images.signUrl(id, 'thumb', { keyName: 'x' })).rejects.toMatchObject({
      code: 'server-error',
    })
  })
})
