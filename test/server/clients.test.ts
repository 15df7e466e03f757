import { createHmac } from 'node:crypto'
import { createEmulator, emulatorBinding } from 'react-cloudflare-images/emulator'
import type { Emulator } from 'react-cloudflare-images/emulator'
import {
  cloudflareApi,
  createImagesHandler,
  imagesBinding,
} from 'react-cloudflare-images/server'
import type {
  HostedImagesClient,
  WorkersImagesBinding,
} from 'react-cloudflare-images/server'
import { describe, expect, it } from 'vitest'
import { endpoint, file, pixel, send } from './backend.ts'

const drivers: Record<string, (emulator: Emulator) => HostedImagesClient> = {
  cloudflareApi: (emulator) =>
    cloudflareApi({
      accountId: 'acc',
      apiToken: 'token',
      baseUrl: 'http://localhost:8787/client/v4',
      fetch: (input, init) => emulator.fetch(new Request(input, init)),
    }),
  imagesBinding: (emulator) => {
    const binding: WorkersImagesBinding = emulatorBinding(emulator)
    return imagesBinding(binding)
  },
}

describe.each(Object.entries(drivers))('%s', (_, createClient) => {
  const setUp = () => {
    const emulator = createEmulator()
    return { emulator, images: createClient(emulator) }
  }
  const picture = () => new File([pixel], 'pixel.png', { type: 'image/png' })

  it('uploads blobs, bytes and streams under their name', async () => {
    const { images } = setUp()
    for (const bytes of [picture(), pixel, pixel.buffer, new Blob([pixel]).stream()]) {
      const { id } = await images.upload(bytes, {
        filename: 'a.png',
        creator: 'ada',
        metadata: { n: 1 },
      })
      expect(await images.get(id)).toMatchObject({
        filename: 'a.png',
        creator: 'ada',
        meta: { n: 1 },
      })
      const stored = await (await images.blob(id)).arrayBuffer()
      expect(new Uint8Array(stored)).toEqual(pixel)
    }
    expect((await images.upload(picture())).filename).toBe('pixel.png')
  })

  it('mints, shows the draft, and never lists it', async () => {
    const { emulator, images } = setUp()
    const { id, uploadURL } = await images.createDirectUpload({
      creator: 'ada',
      expiresIn: 600,
    })
    expect(await images.get(id)).toMatchObject({ id, draft: true, creator: 'ada' })
    expect(await images.list()).toEqual({ images: [] })
    expect((await send({ emulator }, uploadURL)).status).toBe(200)
    expect((await images.get(id)).draft).toBeUndefined()
    expect((await images.list()).images).toHaveLength(1)
  })

  it('lists newest first by pages, whose and of what kind', async () => {
    const { images } = setUp()
    const ids: string[] = []
    for (const [creator, stars] of [
      ['ada', 1],
      ['bob', 2],
      ['ada', 3],
    ] as const) {
      ids.push(
        (
          await images.upload(picture(), {
            creator,
            metadata: { stars, kind: `k${stars}` },
          })
        ).id,
      )
    }
    const found = async (query: Parameters<typeof images.list>[0]) =>
      (await images.list(query)).images.map(({ id }) => ids.indexOf(id))
    expect(await found({})).toEqual([2, 1, 0])
    expect(await found({ sort: 'oldest' })).toEqual([0, 1, 2])
    expect(await found({ creator: 'ada' })).toEqual([2, 0])
    expect(await found({ meta: { 'stars[gte]': 2 } })).toEqual([2, 1])
    expect(await found({ meta: { 'stars[gt]': '1', 'stars[lt:number]': '3' } })).toEqual([
      1,
    ])
    expect(await found({ meta: { kind: 'k1' } })).toEqual([0])
    expect(await found({ meta: { 'kind[in:string]': 'k1|k3' } })).toEqual([2, 0])
    const first = await images.list({ limit: 2 })
    const second = await images.list({ limit: 2, cursor: first.cursor })
    expect([first.images.length, second.images.length, second.cursor]).toEqual([
      2,
      1,
      undefined,
    ])
    const all: string[] = []
    for await (const { id } of images.listAll({ limit: 1 })) all.push(id)
    expect(all).toEqual(ids.toReversed())
  })

  it('edits by replacing what is named', async () => {
    const { images } = setUp()
    const { id } = await images.upload(picture(), {
      creator: 'ada',
      metadata: { a: 1, b: 2 },
    })
    await images.update(id, { metadata: { c: 3 } })
    expect(await images.get(id)).toMatchObject({ meta: { c: 3 }, creator: 'ada' })
    expect((await images.get(id)).meta).not.toHaveProperty('a')
    await images.update(id, { creator: 'bob' })
    expect(await images.get(id)).toMatchObject({ meta: { c: 3 }, creator: 'bob' })
  })

  it('deletes, also what is already gone', async () => {
    const { images } = setUp()
    const { id } = await images.upload(picture())
    await images.delete(id)
    await images.delete(id)
    for (const call of [images.get(id), images.blob(id), images.update(id, {})]) {
      await expect(call).rejects.toMatchObject({ name: 'ImagesError', code: 'not-found' })
    }
  })

  it('refuses alike what cannot be', async () => {
    const { images } = setUp()
    await images.upload(picture(), { id: 'a/b' })
    const refused: [Promise<unknown>, string][] = [
      [images.get('keys'), 'invalid-id'],
      [images.delete('..'), 'invalid-id'],
      [images.upload(new Blob(['no picture'])), 'unsupported-type'],
      [images.upload(picture(), { id: 'a/b' }), 'conflict'],
      [images.update('a/b', { requireSignedURLs: true }), 'custom-id-cannot-be-private'],
      [images.signUrl('a/b', 'public'), 'custom-id-cannot-be-private'],
      [images.list({ signal: AbortSignal.abort() }), 'aborted'],
    ]
    for (const [call, code] of refused) await expect(call).rejects.toMatchObject({ code })
  })

  it('signs as node:crypto does', async () => {
    const { emulator, images } = setUp()
    const key = 'test-signing-key-0123456789'
    await emulator.seed({ keys: [{ name: 'default', value: key }] })
    const { id } = await images.upload(picture(), { requireSignedURLs: true })
    const url = new URL(await images.signUrl(id, 'public', { expiresIn: 3600 }))
    const path = url.pathname.replace('/cdn-cgi/imagedelivery', '')
    const signed = `${path}?exp=${url.searchParams.get('exp')}`
    expect(url.searchParams.get('sig')).toBe(
      createHmac('sha256', key).update(signed).digest('hex'),
    )
    expect((await emulator.fetch(url)).status).toBe(200)
  })

  it('serves the handler: mint, list, show, change, delete', async () => {
    const { emulator, images } = setUp()
    const handler = createImagesHandler({ images, authorize: () => ({ id: 'ada' }) })
    const call = async (method: string, path = '', json?: unknown) => {
      const body = json === undefined ? {} : { body: JSON.stringify(json) }
      const headers = { 'content-type': 'application/json' }
      const response = await handler(
        new Request(endpoint + path, { method, headers, ...body }),
      )
      const text = await response.text()
      return { status: response.status, body: text ? JSON.parse(text) : undefined }
    }
    const { body: minted } = await call('POST', '', file)
    await send({ emulator }, minted.uploadURL)
    expect((await call('GET')).body.images).toHaveLength(1)
    expect((await call('PATCH', `/${minted.id}`, { alt: 'x' })).body.meta.rci.alt).toBe(
      'x',
    )
    expect((await call('GET', `/${minted.id}`)).body).toMatchObject({
      id: minted.id,
      filename: 'pixel.png',
    })
    expect((await call('DELETE', `/${minted.id}`)).status).toBe(204)
    expect((await call('GET', `/${minted.id}`)).status).toBe(404)
  })
})

describe('imagesBinding', () => {
  it('says where it cannot do what the handler is asked for', async () => {
    const images = imagesBinding(emulatorBinding(createEmulator()))
    const handler = createImagesHandler({
      images,
      authorize: () => ({ id: 'ada' }),
      can: () => true,
    })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ url: 'https://example.com/a.jpg' })
    const calls = [
      new Request(`${endpoint}/-/stats`),
      new Request(`${endpoint}/-/import`, { method: 'POST', headers, body }),
    ]
    for (const request of calls) {
      const response = await handler(request)
      expect(response.status).toBe(501)
      expect(await response.json()).toMatchObject({ error: { code: 'not-supported' } })
    }
  })

  it('tells no browser what a binding threw', async () => {
    const hosted = { list: () => Promise.reject(new Error('internal detail')) }
    const errors: unknown[] = []
    const handler = createImagesHandler({
      images: imagesBinding({ hosted } as never),
      authorize: () => ({ id: 'ada' }),
      on: { error: (error) => errors.push(error) },
    })
    const response = await handler(new Request(endpoint))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('internal detail')
    expect(errors).toHaveLength(1)
  })
})

describe('deleting everything of one user', () => {
  it.each(Object.entries(drivers))('takes one loop with %s', async (_, createClient) => {
    const images = createClient(createEmulator())
    const picture = () => new File([pixel], 'pixel.png', { type: 'image/png' })
    for (const creator of ['ada', 'bob', 'ada', 'deleted:ada']) {
      await images.upload(picture(), { creator })
    }
    for (const creator of ['ada', 'deleted:ada']) {
      for await (const { id } of images.listAll({ creator })) await images.delete(id)
    }
    const { images: left } = await images.list()
    expect(left.map(({ creator }) => creator)).toEqual(['bob'])
  })
})
