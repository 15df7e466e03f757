import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Emulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import { expect, test } from 'vitest'
import type { HostedImage, HostedStats } from '../../src/api/HostedImage.ts'
import {
  animation,
  drawing,
  fileOf,
  gradient,
  photograph,
  plain,
} from '../support/pictures.ts'
import { callApi, formOf, origin, refusal } from './callApi.ts'

const picture = (name = 'drawing.svg') => fileOf(drawing(), name, 'image/svg+xml')

const upload = async (emulator: Emulator, fields: Record<string, string | File> = {}) =>
  callApi<HostedImage>(emulator, 'POST /v1', {
    body: formOf({ file: picture(), ...fields }),
  })

test('stores what is uploaded with its fields', async () => {
  const emulator = createEmulator({ clock: () => Date.parse('2026-11-22T12:00:00.5Z') })
  const { result } = await upload(emulator, {
    file: picture('C:\\photos\\logo.svg'),
    metadata: '{"album":{"name":"summer"}}',
    creator: 'ada',
    requireSignedURLs: 'true',
  })
  expect(result).toMatchObject({
    filename: 'logo.svg',
    uploaded: '2026-11-22T12:00:00.500Z',
    meta: { album: { name: 'summer' } },
    creator: 'ada',
    requireSignedURLs: true,
  })
})

test("gives ids of Cloudflare's shape, which are no strict UUIDs", async () => {
  const emulator = createEmulator()
  const ids = await Promise.all(
    Array.from({ length: 64 }, async () => (await upload(emulator)).result.id),
  )
  for (const id of ids)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{10}00$/)
  expect(new Set(ids).size).toBe(64)
  // RFC 4122 allows 8, 9, a and b only: one in four by chance, so 64 in a row never.
  expect(ids.some((id) => !/^[89ab]$/.test(id.charAt(19)))).toBe(true)
})

test('lists the URLs of all variants in an order that changes', async () => {
  const emulator = createEmulator({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
  const names = ['public', 'small', 'medium', 'large', 'huge']
  await emulator.seed({
    variants: Object.fromEntries(names.slice(1).map((name) => [name, { width: 10 }])),
  })
  const { id, variants } = (await upload(emulator)).result
  const expected = names.map(
    (name) => `${origin}/cdn-cgi/imagedelivery/Vi7wi5KSItxGFsWRG2Us6Q/${id}/${name}`,
  )
  expect([...variants].sort()).toEqual([...expected].sort())
  const orders = new Set<string>()
  for (let call = 0; call < 40; call += 1) {
    orders.add(
      (await callApi<HostedImage>(emulator, `GET /v1/${id}`)).result.variants.join(),
    )
  }
  expect(orders.size).toBeGreaterThan(1)
})

test.each([
  ['0189dcd5-0f4b-7c2e-8b3a-0123456789ab', 'Must not be UUID'],
  ['photos/report.pdf', 'Must not use a non-image file name extension'],
  ['/photos/a', 'Must not start or end with a slash'],
  ['photos/a/', 'Must not start or end with a slash'],
  ['a'.repeat(1025), 'Must not exceed 1024 characters'],
  ['photos/../a', 'Must not have a relative path segment'],
])('refuses the custom id %s', async (id, reason) => {
  const [status, number, message] = refusal(await upload(createEmulator(), { id }))
  expect([status, number]).toEqual([400, 5411])
  expect(message).toBe(
    `The Custom ID is invalid. Custom IDs can include 1024 characters or less, any number of subpaths, and support the UTF-8 encoding standard for characters. Enter a new Custom ID and try again: ${reason}`,
  )
})

test.each([
  'a',
  'photos/2026/beach.jpg',
  'x/0189dcd5-0f4b-7c2e-8b3a-0123456789ab',
  'Zürich 100% & more',
  '写真/一',
  'a'.repeat(1024),
  'a//b',
  '😀'.repeat(512),
])('takes the custom id %s and finds it, fully encoded', async (id) => {
  const emulator = createEmulator()
  expect((await upload(emulator, { id })).result.id).toBe(id)
  expect(
    (await callApi<HostedImage>(emulator, `GET /v1/${encodeURIComponent(id)}`)).result.id,
  ).toBe(id)
  const [url = ''] = (
    await callApi<HostedImage>(emulator, `GET /v1/${encodeURIComponent(id)}`)
  ).result.variants
  expect((await emulator.fetch(url)).status).toBe(200)
})

test('refuses a custom id that is taken, also when two come at once', async () => {
  const emulator = createEmulator()
  const statuses = (
    await Promise.all([1, 2, 3].map(() => upload(emulator, { id: 'logo' })))
  ).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 409, 409])
  expect(refusal(await upload(emulator, { id: 'logo' })).slice(0, 2)).toEqual([409, 5409])
})

test('never makes an image with a custom id private', async () => {
  const emulator = createEmulator()
  const text =
    'The image contains a custom ID and cannot be set to private. To make the image private, delete and upload the image again using a regular ID.'
  expect(
    refusal(await upload(emulator, { id: 'logo', requireSignedURLs: 'true' })),
  ).toEqual([400, 5400, text])
  await upload(emulator, { id: 'logo' })
  const edited = await callApi(emulator, 'PATCH /v1/logo', {
    json: { requireSignedURLs: true },
  })
  expect(refusal(edited)).toEqual([400, 5400, text])
})

test('refuses anything but a form, a missing file, a file as text, and a URL to fetch', async () => {
  const emulator = createEmulator()
  const post = async (body: BodyInit, type?: string) =>
    refusal(
      await callApi(emulator, 'POST /v1', {
        body,
        ...(type && { headers: { 'content-type': type } }),
      }),
    ).slice(0, 2)
  expect(await post(drawing(), 'image/svg+xml')).toEqual([415, 5415])
  expect(await post('{"url":"https://a.test/a.png"}', 'application/json')).toEqual([
    415, 5415,
  ])
  expect(await post('nonsense', 'multipart/form-data; boundary=x')).toEqual([400, 5400])
  expect(await post('nonsense', 'multipart/form-data')).toEqual([400, 5400])
  expect(await post(formOf({ metadata: '{}' }))).toEqual([400, 5400])
  expect(await post(formOf({ file: 'aGVsbG8=' }))).toEqual([415, 5455])
  expect(await post(formOf({ url: 'https://a.test/a.png' }))).toEqual([400, 5454])
  expect(await post(formOf({ url: 'https://a.test/a.png', file: picture() }))).toEqual([
    400, 5400,
  ])
})

test.each([
  ['metadata that is no JSON', { metadata: 'album=summer' }],
  ['metadata that is no object', { metadata: '["summer"]' }],
  // {"a":"…"} is 8 bytes around the text
  ['metadata of 1,025 bytes', { metadata: JSON.stringify({ a: 'x'.repeat(1017) }) }],
  ['a flag that is none', { requireSignedURLs: 'yes' }],
  ['a creator of 1,025 characters', { creator: 'x'.repeat(1025) }],
])('refuses %s', async (_, fields) => {
  expect(refusal(await upload(createEmulator(), fields)).slice(0, 2)).toEqual([400, 5400])
})

test('takes metadata of 1,024 bytes, which are not characters', async () => {
  const emulator = createEmulator()
  expect(
    (await upload(emulator, { metadata: JSON.stringify({ a: 'x'.repeat(1016) }) }))
      .status,
  ).toBe(200)
  expect(
    (await upload(emulator, { metadata: JSON.stringify({ a: 'é'.repeat(508) }) })).status,
  ).toBe(200)
  expect(
    (await upload(emulator, { metadata: JSON.stringify({ a: 'é'.repeat(509) }) })).status,
  ).toBe(400)
})

test('changes what is sent and leaves the rest, metadata as a whole', async () => {
  const emulator = createEmulator()
  const { id } = (await upload(emulator, { metadata: '{"a":1,"b":2}', creator: 'ada' }))
    .result
  const edited = await callApi<HostedImage>(emulator, `PATCH /v1/${id}`, {
    json: { metadata: { b: 3 } },
  })
  expect(edited.result).toMatchObject({ id, creator: 'ada', requireSignedURLs: false })
  expect(edited.result.meta).toEqual({ b: 3 })
  const moved = await callApi<HostedImage>(emulator, `PATCH /v1/${id}`, {
    json: { requireSignedURLs: true, creator: 'bob' },
  })
  expect(moved.result).toMatchObject({
    id,
    creator: 'bob',
    requireSignedURLs: true,
    meta: { b: 3 },
  })
  for (const json of [
    { metadata: 1 },
    { requireSignedURLs: 'no' },
    { creator: 5 },
    { metadata: { a: 'x'.repeat(1017) } },
  ]) {
    expect(
      refusal(await callApi(emulator, `PATCH /v1/${id}`, { json })).slice(0, 2),
    ).toEqual([400, 5400])
  }
  expect(
    refusal(await callApi(emulator, `PATCH /v1/${id}`, { body: 'a=1' })).slice(0, 2),
  ).toEqual([400, 5400])
})

test('may give an image a new id when its access changes', async () => {
  const emulator = createEmulator({ fidelity: { newIdOnAccessChange: true } })
  const { id } = (await upload(emulator)).result
  const { result } = await callApi<HostedImage>(emulator, `PATCH /v1/${id}`, {
    json: { requireSignedURLs: true },
  })
  expect(result.id).not.toBe(id)
  expect((await callApi(emulator, `GET /v1/${id}`)).status).toBe(404)
  const blob = await emulator.fetch(
    `${origin}/client/v4/accounts/a/images/v1/${result.id}/blob`,
    {
      headers: { authorization: 'Bearer a' },
    },
  )
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(drawing())
  const same = await callApi<HostedImage>(emulator, `PATCH /v1/${result.id}`, {
    json: { requireSignedURLs: true },
  })
  expect(same.result.id).toBe(result.id)
})

test('deletes once, and then there is nothing', async () => {
  const emulator = createEmulator()
  const { id } = (await upload(emulator)).result
  expect(await callApi(emulator, `DELETE /v1/${id}`)).toMatchObject({
    status: 200,
    result: {},
    success: true,
  })
  for (const line of [
    `DELETE /v1/${id}`,
    `GET /v1/${id}`,
    `GET /v1/${id}/blob`,
    `PATCH /v1/${id}`,
  ]) {
    expect(refusal(await callApi(emulator, line)).slice(0, 2)).toEqual([404, 5404])
  }
  expect((await callApi<HostedStats>(emulator, 'GET /v1/stats')).result).toEqual({
    count: { current: 0, allowed: 100_000 },
  })
})

test('refuses more images than the account may hold', async () => {
  const emulator = createEmulator({ limits: { images: 1 } })
  await upload(emulator)
  expect(refusal(await upload(emulator)).slice(0, 2)).toEqual([403, 5453])
  expect((await callApi<HostedStats>(emulator, 'GET /v1/stats')).result.count).toEqual({
    current: 1,
    allowed: 1,
  })
})

const sharpened = () => createEmulator({ transformer: sharpTransformer() })

test.each([
  [
    'a text',
    async () => new TextEncoder().encode('This is no picture, whatever its name says.'),
    [415, 5455],
  ],
  ['an empty file', async () => new Uint8Array(0), [415, 5455]],
  [
    'a page',
    async () => new TextEncoder().encode('<!doctype html><svg></svg>'),
    [415, 5455],
  ],
  [
    'an AVIF',
    async () => photograph({ width: 64, height: 64, format: 'avif' }),
    [415, 5455],
  ],
  [
    'half a JPEG',
    async () => (await photograph({ grain: 60 })).slice(0, 9_000),
    [422, 9422],
  ],
  [
    'half a PNG',
    async () => (await photograph({ format: 'png', grain: 60 })).slice(0, 9_000),
    [422, 9422],
  ],
  [
    'half a WebP',
    async () => (await photograph({ format: 'webp', grain: 60 })).slice(0, 9_000),
    [422, 9422],
  ],
  [
    'an SVG with a damaged root',
    async () => new TextEncoder().encode('<svg xmlns="a><rect/></svg>'),
    [422, 9422],
  ],
  ['the head of a GIF', async () => (await animation()).slice(0, 14), [422, 9422]],
] as const)('refuses %s, whatever type it claims', async (_, make, expected) => {
  const file = fileOf(await make(), 'picture.png', 'image/png')
  const answer = await upload(sharpened(), { file })
  expect(refusal(answer).slice(0, 2)).toEqual(expected)
})

test('names the format of a damaged picture in its words', async () => {
  const cut = (await photograph({ format: 'webp', grain: 60 })).slice(0, 9_000)
  const answer = await upload(sharpened(), { file: fileOf(cut, 'a.webp', 'image/webp') })
  expect(answer.errors[0]?.message).toBe(
    'error during decoding: Error while decoding WebP image. The file may be incomplete or damaged',
  )
})

test.each([
  ['JPEG', async () => photograph({ width: 30, height: 20 })],
  ['PNG', async () => gradient({ width: 30, height: 20 })],
  ['WebP', async () => photograph({ width: 30, height: 20, format: 'webp' })],
  ['GIF', async () => animation({ width: 30, height: 20 })],
] as const)('takes a %s whatever type it claims', async (_, make) => {
  const file = fileOf(await make(), 'picture', 'application/octet-stream')
  expect((await upload(sharpened(), { file })).status).toBe(200)
  expect((await upload(createEmulator(), { file })).status).toBe(200)
})

test('takes 10,485,760 bytes and not one more', async () => {
  const emulator = createEmulator()
  const sized = (size: number) => {
    const bytes = new Uint8Array(size).fill(0x20)
    bytes.set(drawing())
    return fileOf(bytes, 'drawing.svg', 'image/svg+xml')
  }
  expect((await upload(emulator, { file: sized(10_485_760) })).status).toBe(200)
  expect(
    refusal(await upload(emulator, { file: sized(10_485_761) })).slice(0, 2),
  ).toEqual([413, 5413])
  expect(
    refusal(await upload(emulator, { file: sized(30_000_000) })).slice(0, 2),
  ).toEqual([413, 5413])
})

test('keeps to the limits of dimension, area and animation', async () => {
  const file = async (width: number, height: number) =>
    fileOf(await plain([1, 2, 3], { width, height }), 'a.png', 'image/png')
  const webp = async (width: number) =>
    fileOf(await photograph({ width, height: 2, format: 'webp' }), 'a.webp', 'image/webp')
  const real = createEmulator()
  expect((await upload(real, { file: await file(12_000, 1) })).status).toBe(200)
  expect(
    refusal(await upload(real, { file: await file(12_001, 1) })).slice(0, 2),
  ).toEqual([422, 5443])
  expect((await upload(real, { file: await webp(12_001) })).status).toBe(200)
  const small = createEmulator({ limits: { pixels: 10_000 } })
  expect((await upload(small, { file: await file(100, 100) })).status).toBe(200)
  expect(
    refusal(await upload(small, { file: await file(101, 100) })).slice(0, 2),
  ).toEqual([422, 5443])
  // 50 × 50 × 4 frames = 10,000
  const moving = async (frames: number) =>
    fileOf(await animation({ width: 50, height: 50, frames }), 'a.gif', 'image/gif')
  expect((await upload(small, { file: await moving(4) })).status).toBe(200)
  expect(refusal(await upload(small, { file: await moving(5) })).slice(0, 2)).toEqual([
    422, 5443,
  ])
})

test('does not decode a picture that claims to be huge', async () => {
  const bytes = await gradient({ width: 10, height: 10 })
  new DataView(bytes.buffer).setUint32(16, 0x7fff_ffff)
  let decoded = 0
  const { inspect, transform } = sharpTransformer()
  const emulator = createEmulator({
    transformer: {
      transform,
      inspect: (given) => {
        decoded += 1
        return inspect(given)
      },
    },
  })
  expect(
    (await upload(emulator, { file: fileOf(bytes, 'bomb.png', 'image/png') })).status,
  ).toBe(422)
  expect(decoded).toBe(0)
})
