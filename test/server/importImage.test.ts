import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'
import { describe, expect, it } from 'vitest'
import { endpoint, setUp } from './backend.ts'
import { listen, succeed } from './listen.ts'

const post = (url: unknown, metadata?: unknown) =>
  new Request(`${endpoint}/-/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url, metadata }),
  })

describe('importing from a URL', () => {
  it('hands the URL to Cloudflare and fetches nothing itself', async () => {
    const image = {
      id: 'x',
      filename: 'a.jpg',
      uploaded: '2026-11-22T00:00:00.000Z',
      requireSignedURLs: false,
      variants: [],
      creator: 'ada',
    }
    const { origin, requests } = await listen((_, response) => succeed(response, image))
    const told: string[] = []
    const handler = createImagesHandler({
      images: cloudflareApi({ accountId: 'acc', apiToken: 't', baseUrl: origin }),
      authorize: () => ({ id: 'ada' }),
      on: { uploaded: (event) => told.push(event.image.id) },
    })
    const response = await handler(
      post('https://example.com/pictures/a.jpg', { album: 'a' }),
    )
    expect(response.status).toBe(200)
    expect(await response.json()).not.toHaveProperty('creator')
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /accounts/acc/images/v1',
    ])
    expect((await requests[0]!.form()).text).toEqual({
      url: 'https://example.com/pictures/a.jpg',
      creator: 'ada',
      metadata: '{"album":"a"}',
      requireSignedURLs: 'false',
    })
    expect(told).toEqual(['x'])
  })

  it.each([
    'file:///etc/passwd',
    'http://example.com/a.jpg',
    'http://169.254.169.254/latest/meta-data',
    'https://169.254.169.254/',
    'https://2852039166/',
    'https://0xA9FEA9FE/',
    'https://[::1]/',
    'https://localhost/',
    'https://intranet/a.jpg',
    'ftp://example.com/a.jpg',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '/a.jpg',
    '',
    7,
    null,
  ])('refuses %j', async (url) => {
    const backend = setUp({ authorize: () => ({ id: 'ada' }) })
    const response = await backend.handler(post(url))
    expect(response.status).toBe(422)
    expect(backend.emulator.requests).toEqual([])
  })

  it('says what Cloudflare could not fetch', async () => {
    const backend = setUp({ authorize: () => ({ id: 'ada' }) })
    const response = await backend.handler(post('https://example.com/a.jpg'))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ error: { code: 'image-refused' } })
  })
})
