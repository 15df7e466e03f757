import { createHmac } from 'node:crypto'
import { Miniflare } from 'miniflare'
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoint, file, pixel, send } from './backend.ts'
import { bundleWorker } from './bundleWorker.ts'
import { clientContract } from './clientContract.ts'
import type { ContractResult } from './contractWorker.ts'

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

  it.each(clientContract.map((clause) => [clause.title, clause] as const))(
    '%s',
    async (_title, { run }) => {
      const { emulator, images } = setUp()
      const world = {
        images,
        send: (url: string) => send({ emulator }, url),
        show: (url: string) => emulator.fetch(new Request(url)),
      }
      await expect(run(world)).resolves.toBeUndefined()
    },
  )

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

describe('imagesBinding in workerd', () => {
  let worker: Miniflare
  beforeAll(async () => {
    worker = new Miniflare({
      modules: true,
      script: await bundleWorker('contractWorker.ts'),
      compatibilityDate: '2026-04-01',
      compatibilityFlags: ['nodejs_compat'],
      images: { binding: 'IMAGES' },
    })
    await worker.ready
  })
  afterAll(() => worker.dispose())

  it.each([
    ['Cloudflare’s own simulator', 'simulator', ({ inSimulator }) => inSimulator],
    ['the emulator’s binding', 'emulator', () => true],
  ] as [string, string, (clause: { inSimulator: boolean }) => boolean][])(
    'keeps the contract on %s',
    async (_, path, isMeant) => {
      const response = await worker.dispatchFetch(`http://worker.test/${path}`)
      const results = (await response.json()) as ContractResult[]
      const titles = clientContract.filter(isMeant).map(({ title }) => title)
      expect(results).toEqual(titles.map((title) => ({ title })))
    },
  )
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
