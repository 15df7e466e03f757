import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
import { deliveryUrl } from 'react-cloudflare-images/url'
import { expect, test } from 'vitest'
import type {
  HostedConfig,
  HostedImage,
  HostedImagePage,
  SigningKey,
} from '../../src/api/HostedImage.ts'
import { drawing, fileOf } from '../support/pictures.ts'
import { callApi, formOf, origin } from './callApi.ts'

test('takes any account, hash and token as its own', async () => {
  const emulator = createEmulator()
  for (const [account, token] of [
    ['a', '1'],
    ['b'.repeat(32), 'x'.repeat(40)],
  ]) {
    const response = await emulator.fetch(
      `${origin}/client/v4/accounts/${account}/images/v2`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    )
    expect(response.status).toBe(200)
  }
  await emulator.seed({ images: [{ id: 'a', file: drawing() }] })
  for (const hash of ['Vi7wi5KSItxGFsWRG2Us6Q', 'ZWd9g1K7eljCn_KDTu_MWA']) {
    expect((await emulator.fetch(`${origin}/${hash}/a/public`)).status).toBe(200)
  }
})

test('tells a program where its account is', async () => {
  const emulator = createEmulator({ publicOrigin: 'http://localhost:8787' })
  expect(emulator.env()).toEqual({
    CLOUDFLARE_ACCOUNT_ID: expect.stringMatching(/^\w{32}$/) as string,
    CLOUDFLARE_API_TOKEN: 'emulator-token',
    CLOUDFLARE_API_BASE_URL: 'http://localhost:8787/client/v4',
    CLOUDFLARE_IMAGES_ACCOUNT_HASH: expect.stringMatching(/^[\w-]{22}$/) as string,
    CLOUDFLARE_IMAGES_BASE_URL: 'http://localhost:8787/cdn-cgi/imagedelivery',
  })
  const own = createEmulator({
    accountId: 'acct',
    accountHash: 'hash',
    apiToken: 'secret',
  })
  const env = own.env('http://10.0.0.1:9000')
  expect(env).toMatchObject({
    CLOUDFLARE_ACCOUNT_ID: 'acct',
    CLOUDFLARE_API_TOKEN: 'secret',
    CLOUDFLARE_IMAGES_ACCOUNT_HASH: 'hash',
    CLOUDFLARE_API_BASE_URL: 'http://10.0.0.1:9000/client/v4',
  })
})

test('is reached by what it tells', async () => {
  const emulator = createEmulator({
    accountId: 'acct',
    accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
    apiToken: 'secret',
  })
  await emulator.seed({ images: [{ id: 'a', file: drawing() }] })
  const env = emulator.env()
  const list = await emulator.fetch(
    `${env.CLOUDFLARE_API_BASE_URL}/accounts/${env.CLOUDFLARE_ACCOUNT_ID}/images/v2`,
    {
      headers: { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}` },
    },
  )
  expect(list.status).toBe(200)
  const picture = await emulator.fetch(
    `${env.CLOUDFLARE_IMAGES_BASE_URL}/${env.CLOUDFLARE_IMAGES_ACCOUNT_HASH}/a/public`,
  )
  expect(picture.status).toBe(200)
})

test('gives a delivery that addresses its images', async () => {
  const emulator = createEmulator({ flexibleVariants: true })
  await emulator.seed({
    images: [{ id: 'people/ada', file: drawing() }],
    variants: { card: { width: 320, height: 200, fit: 'cover' } },
  })
  expect(emulator.delivery.variants['card']).toMatchObject({
    width: 320,
    height: 200,
    fit: 'cover',
  })
  for (const leaf of ['card', 'public', { width: 10 }] as const) {
    expect(
      (await emulator.fetch(deliveryUrl(emulator.delivery, 'people/ada', leaf))).status,
    ).toBe(200)
  }
  expect(createEmulator().delivery.flexible).toBe(false)
})

test('writes friendly URLs where it has a pattern for them', async () => {
  const emulator = createEmulator({
    path: '/photos/{id}/{leaf}',
    publicOrigin: 'https://photos.test',
  })
  await emulator.seed({ images: [{ id: 'people/ada', file: drawing() }] })
  const url = deliveryUrl(emulator.delivery, 'people/ada', 'public')
  expect(url).toBe('https://photos.test/photos/people/ada/public')
  expect((await emulator.fetch(url)).status).toBe(200)
})

test('writes its URLs for the origin that was asked, or the one it was given', async () => {
  const variantsAt = async (emulator: ReturnType<typeof createEmulator>) => {
    await emulator.seed({ images: [{ id: 'a', file: drawing() }] })
    return (await callApi<HostedImage>(emulator, 'GET /v1/a')).result.variants
  }
  expect(await variantsAt(createEmulator())).toEqual([
    `${origin}/cdn-cgi/imagedelivery/Emulator_Account_Hash_/a/public`,
  ])
  expect(await variantsAt(createEmulator({ publicOrigin: 'https://cdn.test' }))).toEqual([
    'https://cdn.test/cdn-cgi/imagedelivery/Emulator_Account_Hash_/a/public',
  ])
})

test('remembers in its store, and the option for flexible variants wins', async () => {
  const store = memoryStore()
  const first = createEmulator({ store, flexibleVariants: true })
  await first.seed({
    images: [{ id: 'a', file: drawing() }],
    variants: { card: { width: 9 } },
  })
  const keys = (await callApi<{ keys: SigningKey[] }>(first, 'GET /v1/keys')).result
  const second = createEmulator({ store })
  expect(
    (await callApi<HostedImagePage>(second, 'GET /v2')).result.images.map(({ id }) => id),
  ).toEqual(['a'])
  expect((await callApi(second, 'GET /v1/variants/card')).status).toBe(200)
  expect((await callApi(second, 'GET /v1/keys')).result).toEqual(keys)
  const flexible = async (emulator: typeof first) =>
    (await callApi<HostedConfig>(emulator, 'GET /v1/config')).result.flexible_variants
  expect(await flexible(second)).toBe(true)
  expect(await flexible(createEmulator({ store, flexibleVariants: false }))).toBe(false)
})

test('forgets everything on reset', async () => {
  const emulator = createEmulator({
    flexibleVariants: true,
    faults: [{ host: 'upload', status: 500 }],
  })
  await emulator.seed({
    images: [{ id: 'a', file: drawing() }],
    variants: { card: { width: 9 } },
  })
  await callApi(emulator, 'PATCH /v1/config', { json: { flexible_variants: false } })
  await emulator.fetch(`${origin}/hash/a/public`)
  await emulator.reset()
  expect(emulator.requests).toEqual([])
  expect(emulator.deliveries).toBe(0)
  expect((await emulator.fetch(`${origin}/hash/a/public`)).status).toBe(404)
  expect((await callApi(emulator, 'GET /v1/variants/card')).status).toBe(404)
  expect(
    (await callApi<HostedConfig>(emulator, 'GET /v1/config')).result.flexible_variants,
  ).toBe(true)
  expect((await emulator.fetch(`${origin}/hash/a`, { method: 'POST' })).status).toBe(415)
})

test('keeps the last thousand requests, with host, path and status', async () => {
  const emulator = createEmulator({ clock: () => 5 })
  await callApi(emulator, 'GET /v2?creator=ada')
  expect(emulator.requests).toEqual([
    {
      host: 'api',
      method: 'GET',
      path: '/client/v4/accounts/anybody/images/v2',
      status: 200,
      at: 5,
    },
  ])
  for (let call = 0; call < 1_001; call += 1)
    await emulator.fetch(`${origin}/hash/a/public`)
  expect(emulator.requests).toHaveLength(1_000)
  expect(emulator.requests[0]?.host).toBe('delivery')
})

test.each(['/', '/favicon.ico', '/hash', '/hash/'])(
  'serves nothing at %s, and says where there is something',
  async (path) => {
    const response = await createEmulator().fetch(origin + path)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('/cdn-cgi/imagedelivery/')
  },
)

test('takes what fetch takes', async () => {
  const emulator = createEmulator()
  const url = `${origin}/client/v4/accounts/a/images/v2`
  const init = { headers: { authorization: 'Bearer a' } }
  for (const call of [
    emulator.fetch(url, init),
    emulator.fetch(new URL(url), init),
    emulator.fetch(new Request(url, init)),
  ]) {
    expect((await call).status).toBe(200)
  }
})

test('seeds what an upload would be, and judges it the same', async () => {
  const emulator = createEmulator()
  const file = fileOf(drawing(), 'logo.svg', 'image/svg+xml')
  const [image] = await emulator.seed({
    images: [
      {
        file,
        metadata: { a: 1 },
        creator: 'ada',
        requireSignedURLs: true,
        uploaded: new Date('2026-01-02T03:04:05Z'),
      },
    ],
    keys: [{ name: 'default', value: 'known' }],
  })
  expect(image).toMatchObject({
    filename: 'logo.svg',
    meta: { a: 1 },
    creator: 'ada',
    requireSignedURLs: true,
    uploaded: '2026-01-02T03:04:05.000Z',
  })
  expect(
    (await callApi<HostedImage>(emulator, `GET /v1/${image?.id}`)).result,
  ).toMatchObject({ filename: 'logo.svg' })
  expect((await callApi(emulator, 'GET /v1/keys')).result).toEqual({
    keys: [{ name: 'default', value: 'known' }],
  })
  await expect(emulator.seed({ images: [{ file: new Blob(['text']) }] })).rejects.toThrow(
    /content-type/,
  )
  await expect(emulator.seed({ variants: { 'my-card': {} } })).rejects.toThrow(
    /letters and digits/,
  )
})

test('leaves no upload half done that a caller gives up', async () => {
  const emulator = createEmulator()
  const { result } = await callApi<{ id: string; uploadURL: string }>(
    emulator,
    'POST /v2/direct_upload',
    { body: formOf({ creator: 'a' }) },
  )
  const broken = new ReadableStream({
    start: (controller) => {
      controller.enqueue(
        new TextEncoder().encode(
          '--x\r\ncontent-disposition: form-data; name="file"; filename="a.svg"\r\n\r\n<svg',
        ),
      )
      controller.error(new Error('the tab was closed'))
    },
  })
  const init = {
    method: 'POST',
    body: broken,
    duplex: 'half',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }
  expect((await emulator.fetch(result.uploadURL, init)).status).toBe(400)
  expect(
    (await callApi<HostedImage>(emulator, `GET /v1/${result.id}`)).result.draft,
  ).toBe(true)
})
