import { createHmac } from 'node:crypto'
import { ImagesError, limits } from 'react-cloudflare-images'
import { createImagesHandler } from 'react-cloudflare-images/server'
import { defineDelivery } from 'react-cloudflare-images/url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { file, send, setUp, uploadAs } from './backend.ts'

describe('minting', () => {
  it('answers 201 with an id, a one-time URL and when it ends', async () => {
    const backend = setUp()
    const before = Date.now()
    const { status, body } = await backend.as('ada')('POST', '', { json: file })
    expect(status).toBe(201)
    expect(Object.keys(body).toSorted()).toEqual(['expiresAt', 'id', 'uploadURL'])
    const seconds = (Date.parse(body.expiresAt) - before) / 1000
    expect(seconds).toBeGreaterThanOrEqual(300)
    expect(seconds).toBeLessThan(310)
    expect((await send(backend, body.uploadURL)).status).toBe(200)
  })

  it('makes the user the creator, and costs one call', async () => {
    const { as, images, emulator } = setUp()
    const { body } = await as('ada')('POST', '', { json: file })
    expect(emulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /client/v4/accounts/acc/images/v2/direct_upload',
    ])
    expect(await images.get(body.id)).toMatchObject({ creator: 'ada', draft: true })
  })

  it('keeps facts beside the metadata', async () => {
    const { as, images } = setUp()
    const facts = { w: 1, h: 1, c: '#ff0000', alt: 'A pixel' }
    const metadata = { album: 'Zürich', rci: { w: 9, h: 9 } }
    const { body } = await as('ada')('POST', '', { json: { ...file, facts, metadata } })
    expect((await images.get(body.id)).meta).toEqual({ album: 'Zürich', rci: facts })
  })

  it.each([
    ['no filename', { filename: '' }, 'invalid-request', 422],
    [
      'a filename of 256 characters',
      { filename: 'x'.repeat(256) },
      'invalid-request',
      422,
    ],
    ['no type', { type: undefined }, 'invalid-request', 422],
    ['a type that Cloudflare refuses', { type: 'image/tiff' }, 'unsupported-type', 415],
    ['a type that objects inherit', { type: 'constructor' }, 'unsupported-type', 415],
    ['an empty file', { size: 0 }, 'file-empty', 422],
    ['a negative size', { size: -1 }, 'invalid-request', 422],
    ['a size that is no number', { size: '70' }, 'invalid-request', 422],
    ['10 MB and a byte', { size: limits.fileSize + 1 }, 'file-too-large', 413],
    ['facts without a size', { facts: { alt: 'x' } }, 'invalid-request', 422],
    [
      'facts over 400 bytes',
      { facts: { w: 1, h: 1, alt: 'x'.repeat(400) } },
      'metadata-too-large',
      422,
    ],
    ['metadata that is a list', { metadata: ['x'] }, 'invalid-request', 422],
  ])('refuses %s before Cloudflare is asked', async (_, change, code, expected) => {
    const { as, emulator } = setUp()
    const { status, body } = await as('ada')('POST', '', { json: { ...file, ...change } })
    expect([status, body.error.code]).toEqual([expected, code])
    expect(emulator.requests).toEqual([])
  })

  it('takes 1,024 bytes of metadata and not one more', async () => {
    const { as, emulator } = setUp()
    const fits = { album: 'ü'.repeat((1024 - '{"album":""}'.length) / 2) }
    expect(Buffer.byteLength(JSON.stringify(fits))).toBe(1024)
    const good = await as('ada')('POST', '', { json: { ...file, metadata: fits } })
    expect(good.status).toBe(201)
    const metadata = { album: `${fits.album}x` }
    const bad = await as('ada')('POST', '', { json: { ...file, metadata } })
    expect([bad.status, bad.body.error.code]).toEqual([422, 'metadata-too-large'])
    expect(emulator.requests).toHaveLength(1)
  })

  it('makes images private by the server only', async () => {
    const { as, images } = setUp({ requireSignedURLs: (user) => user.id === 'ada' })
    const json = { ...file, requireSignedURLs: false }
    const { body } = await as('ada')('POST', '', { json })
    expect((await images.get(body.id)).requireSignedURLs).toBe(true)
    const other = await as('bob')('POST', '', {
      json: { ...file, requireSignedURLs: true },
    })
    expect((await images.get(other.body.id)).requireSignedURLs).toBe(false)
  })
})

describe('listing', () => {
  it('shows the user their own images, newest first, in one call', async () => {
    const backend = setUp()
    const first = await uploadAs(backend, 'ada')
    await uploadAs(backend, 'bob')
    const second = await uploadAs(backend, 'ada')
    const before = backend.emulator.requests.length
    const { status, body } = await backend.as('ada')('GET')
    expect(status).toBe(200)
    expect(body.images.map(({ id }: { id: string }) => id)).toEqual([second, first])
    expect(body.cursor).toBeUndefined()
    expect(backend.emulator.requests).toHaveLength(before + 1)
  })

  it('goes on from a cursor until there is none, oldest first where asked', async () => {
    const backend = setUp()
    const ids = [await uploadAs(backend, 'ada'), await uploadAs(backend, 'ada')]
    const one = await backend.as('ada')('GET', '?limit=1&sort=oldest')
    const two = await backend.as('ada')(
      'GET',
      `?limit=1&sort=oldest&cursor=${one.body.cursor}`,
    )
    expect([one, two].map(({ body }) => body.images[0].id)).toEqual(ids)
    expect(two.body.cursor).toBeUndefined()
  })

  it.each([
    'limit=0',
    'limit=1001',
    'limit=x',
    'limit=1.5',
    'sort=random',
    'urls=width=100',
  ])('refuses %s', async (query) => {
    const { as, emulator } = setUp()
    const { status } = await as('ada')('GET', `?${query}`)
    expect([404, 422]).toContain(status)
    expect(emulator.requests).toEqual([])
  })

  it('filters by the fields that the app allows, and by no other', async () => {
    const backend = setUp({ filterable: ['album', 'camera.model'] })
    const id = await uploadAs(backend, 'ada', { metadata: { album: 'summer' } })
    await uploadAs(backend, 'ada', { metadata: { album: 'winter' } })
    const list = (query: string) => backend.as('ada')('GET', `?${query}`)
    const found = await list('meta.album[eq]=summer')
    expect(found.body.images.map((image: { id: string }) => image.id)).toEqual([id])
    for (const query of [
      'meta.secret[eq]=x',
      'meta.rci.sha[eq]=x',
      'meta.album[like]=s',
      'meta.album=summer',
      'meta.constructor[eq]=x',
      `meta.album[in]=${'a|'.repeat(10)}b`,
      ['eq', 'eq:string', 'in', 'in:string', 'eq:number', 'gt']
        .map((op) => `meta.album[${op}]=1`)
        .join('&'),
    ]) {
      const refused = await list(query)
      expect([query, refused.body.error?.code]).toEqual([query, 'invalid-request'])
    }
  })

  it('brings URLs along, from Cloudflare or from the delivery', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada')
    await backend.images.variants.create({ id: 'thumb', options: { width: 50 } })
    const hash = backend.emulator.env().CLOUDFLARE_IMAGES_ACCOUNT_HASH
    const base = `http://emulator.test/cdn-cgi/imagedelivery/${hash}/${id}`
    const { body } = await backend.as('ada')('GET', '?urls=thumb,public')
    expect(body.images[0].urls).toEqual({
      thumb: `${base}/thumb`,
      public: `${base}/public`,
    })
    const unknown = await backend.as('ada')('GET', '?urls=nope')
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'unknown-variant'])

    const delivery = defineDelivery({ accountHash: hash, baseUrl: 'https://img.example' })
    const handler = createImagesHandler({
      images: backend.images,
      authorize: () => ({ id: 'ada' }),
      delivery,
    })
    const page = await handler(new Request('https://app.example/api/images?urls=public'))
    expect(((await page.json()) as typeof body).images[0].urls).toEqual({
      public: `https://img.example/${hash}/${id}/public`,
    })
  })

  it('signs URLs of private images as node:crypto does, alike within a window', async () => {
    vi.useFakeTimers({ now: 1_795_305_600_000 + 1000, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const key = 'test-signing-key-0123456789'
    const backend = setUp({ requireSignedURLs: true, signing: { expiresIn: 600 } })
    await backend.emulator.seed({ keys: [{ name: 'default', value: key }] })
    const id = await uploadAs(backend, 'ada')
    const list = async () => (await backend.as('ada')('GET', '?urls=public')).body
    const image = (await list()).images[0]
    expect(image.variants).toBeUndefined()
    const url = new URL(image.urls.public)
    const exp = Number(url.searchParams.get('exp'))
    const hash = backend.emulator.env().CLOUDFLARE_IMAGES_ACCOUNT_HASH
    const signed = `/${hash}/${id}/public?exp=${exp}`
    expect(url.searchParams.get('sig')).toBe(
      createHmac('sha256', key).update(signed).digest('hex'),
    )
    expect(exp).toBe(1_795_305_600 + 1200)
    const before = backend.emulator.requests.length
    const again = (await list()).images[0]
    expect(backend.emulator.requests).toHaveLength(before + 1)
    expect(again.urls).toEqual(image.urls)
    vi.setSystemTime(1_795_305_600_000 + 601_000)
    expect((await list()).images[0].urls).not.toEqual(image.urls)
    expect((await backend.emulator.fetch(image.urls.public)).status).toBe(200)
    expect((await backend.emulator.fetch(`${url.origin}${url.pathname}`)).status).toBe(
      403,
    )
  })
})

describe('one image', () => {
  it('is a draft until its bytes arrived', async () => {
    const backend = setUp()
    const { body } = await backend.as('ada')('POST', '', { json: file })
    expect((await backend.as('ada')('GET', body.id)).body).toMatchObject({
      id: body.id,
      draft: true,
    })
    await send(backend, body.uploadURL)
    const { status, body: image } = await backend.as('ada')(
      'GET',
      `${body.id}?urls=public`,
    )
    expect(status).toBe(200)
    expect(image).toMatchObject({
      id: body.id,
      filename: 'pixel.png',
      requireSignedURLs: false,
      meta: {},
    })
    expect(image.draft).toBeUndefined()
    expect(
      (await backend.emulator.fetch(image.urls.public)).headers.get('content-type'),
    ).toMatch(/^image\//)
  })

  it('is found by an id with slashes, spaces and percent signs, decoded once', async () => {
    const id = 'ada/summer 2026/50%2F é'
    const backend = setUp({ idFor: () => id })
    expect(await uploadAs(backend, 'ada')).toBe(id)
    const { status, body } = await backend.as('ada')('GET', encodeURIComponent(id))
    expect([status, body.id]).toEqual([200, id])
    const slashes = id.split('/').map(encodeURIComponent).join('/')
    expect((await backend.as('ada')('GET', slashes)).status).toBe(200)
    expect(
      (await backend.as('ada')('GET', encodeURIComponent(encodeURIComponent(id)))).status,
    ).toBe(404)
  })
})

describe('changing an image', () => {
  const facts = { w: 1, h: 1, alt: 'Old' }
  const metadata = { album: 'summer', camera: { make: 'x', model: 'y' } }

  it('merges metadata, and keeps facts and what was not named', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada', { facts, metadata })
    const json = {
      metadata: { album: null, stars: 5, camera: { model: 'z' }, rci: { w: 7, h: 7 } },
    }
    const { status, body } = await backend.as('ada')('PATCH', id, { json })
    expect(status).toBe(200)
    expect(body.meta).toEqual({ stars: 5, camera: { make: 'x', model: 'z' }, rci: facts })
    expect((await backend.images.get(id)).meta).toEqual(body.meta)
  })

  it('writes alternative text and focal point into the facts, and removes them', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada', { facts, metadata })
    const patch = (json: unknown) => backend.as('ada')('PATCH', id, { json })
    const set = await patch({ alt: 'New', focalPoint: [0.25, 0.5] })
    expect(set.body.meta).toEqual({
      ...metadata,
      rci: { ...facts, alt: 'New', f: [0.25, 0.5] },
    })
    const cleared = await patch({ alt: null, focalPoint: null })
    expect(cleared.body.meta).toEqual({ ...metadata, rci: { w: 1, h: 1 } })
  })

  it('keeps an alternative text also where the size was never noted', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada')
    const { body } = await backend.as('ada')('PATCH', id, { json: { alt: 'A pixel' } })
    expect(body.meta).toEqual({ rci: { alt: 'A pixel' } })
  })

  it.each([
    [{ alt: 5 }, 'invalid-request'],
    [{ focalPoint: [2, 0] }, 'invalid-request'],
    [{ focalPoint: ['0', '0'] }, 'invalid-request'],
    [{ metadata: 'x' }, 'invalid-request'],
    [{ alt: 'x'.repeat(400) }, 'metadata-too-large'],
    [{ metadata: { note: 'x'.repeat(1100) } }, 'metadata-too-large'],
    [{ requireSignedURLs: 'yes' }, 'invalid-request'],
    [{ requireSignedURLs: true }, 'forbidden'],
  ])('refuses %j and changes nothing', async (json, code) => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada', { facts, metadata })
    const { body } = await backend.as('ada')('PATCH', id, { json })
    expect(body.error.code).toBe(code)
    expect(await backend.images.get(id)).toMatchObject({
      meta: { ...metadata, rci: facts },
      requireSignedURLs: false,
    })
  })

  it('changes access where `can` allows it, and answers the new id', async () => {
    const backend = setUp(
      { can: (user, action) => user.id === 'ada' && action === 'access' },
      { emulate: { fidelity: { newIdOnAccessChange: true } } },
    )
    const id = await uploadAs(backend, 'ada')
    const { body } = await backend.as('ada')('PATCH', id, {
      json: { requireSignedURLs: true },
    })
    expect(body.requireSignedURLs).toBe(true)
    expect(body.id).not.toBe(id)
    expect((await backend.as('ada')('GET', body.id)).status).toBe(200)
  })

  it('answers the image as it is where nothing is to change', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada', { metadata })
    const { status, body } = await backend.as('ada')('PATCH', id, { json: {} })
    expect([status, body.meta]).toEqual([200, metadata])
  })
})

describe('deleting an image', () => {
  it('answers 204 with two calls, and 204 again when it is gone', async () => {
    const backend = setUp()
    const id = await uploadAs(backend, 'ada')
    const before = backend.emulator.requests.length
    expect((await backend.as('ada')('DELETE', id)).status).toBe(204)
    expect(backend.emulator.requests).toHaveLength(before + 2)
    await expect(backend.images.get(id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await backend.as('ada')('DELETE', id)).status).toBe(204)
  })
})

describe('what the handler answers when something fails', () => {
  it('passes the wait of a rate limit on, without Cloudflare’s words', async () => {
    const backend = setUp({}, { emulate: { faults: [{ host: 'api', status: 429 }] } })
    const { status, body } = await backend.as('ada')('GET')
    expect([status, body.error.code]).toEqual([429, 'rate-limited'])
  })

  it('lets the app’s own refusals through in the app’s words', async () => {
    const backend = setUp({
      idFor: () => {
        throw new ImagesError('rejected-by-app', 'The album is full.')
      },
    })
    const { status, body } = await backend.as('ada')('POST', '', { json: file })
    expect(status).toBe(422)
    expect(body).toEqual({
      error: { code: 'rejected-by-app', message: 'The album is full.' },
    })
  })

  it('answers what `authorize` throws as a response', async () => {
    const backend = setUp({
      authorize: () => {
        throw Response.redirect('https://app.example/login')
      },
    })
    expect((await backend.as('ada')('GET')).status).toBe(302)
  })

  it('survives a listener that fails', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => log.mockRestore())
    const backend = setUp({
      authorize: () => {
        throw new TypeError('the database is down at 10.0.0.7')
      },
      on: {
        error: () => {
          throw new Error('the log is full')
        },
      },
    })
    const { status, body } = await backend.as('ada')('GET')
    expect([status, body.error.code]).toEqual([500, 'server-error'])
    expect(JSON.stringify(body)).not.toContain('10.0.0.7')
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'the log is full' }),
    )
  })
})

describe('setting the handler up', () => {
  const { images } = setUp()
  const authorize = () => ({ id: 'ada' })

  it.each([
    ['authorize', { images }],
    ['images', { authorize }],
    ['expiresIn', { images, authorize, expiresIn: 120 }],
    ['expiresIn', { images, authorize, expiresIn: 21_600 }],
    ['idFor', { images, authorize, idFor: () => 'x', requireSignedURLs: true }],
    ['trustedOrigins', { images, authorize, trustedOrigins: ['*'] }],
    ['trustedOrigins', { images, authorize, trustedOrigins: ['https://app.example/'] }],
  ])('says what is wrong with %s', (word, options) => {
    expect(() => createImagesHandler(options as never)).toThrow(
      expect.objectContaining({
        code: 'invalid-options',
        message: expect.stringContaining(word),
      }),
    )
  })

  it.each(['/pictures', '/pictures/', 'pictures'])(
    'serves under %s, and nothing outside of it',
    async (basePath) => {
      const handler = createImagesHandler({ images, authorize, basePath })
      const status = async (path: string) =>
        (await handler(new Request(`https://app.example${path}`))).status
      expect(await status('/pictures')).toBe(200)
      expect(await status('/pictures/')).toBe(200)
      expect(await status('/picturesque')).toBe(404)
      expect(await status('/api/images')).toBe(404)
    },
  )

  it('serves at the root', async () => {
    const handler = createImagesHandler({ images, authorize, basePath: '/' })
    expect((await handler(new Request('https://app.example/'))).status).toBe(200)
    const missing = await handler(new Request('https://app.example/some-id'))
    expect(await missing.json()).toMatchObject({ error: { code: 'not-found' } })
  })

  it('is its own GET, POST, PATCH, DELETE and OPTIONS', () => {
    const handler = createImagesHandler({ images, authorize })
    const { GET, POST, PATCH, DELETE, OPTIONS } = handler
    expect(new Set([GET, POST, PATCH, DELETE, OPTIONS]).size).toBe(1)
  })
})
