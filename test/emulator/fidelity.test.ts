import { createHmac } from 'node:crypto'
import { createEmulator } from 'react-cloudflare-images/emulator'
import type { EmulatorOptions, Fidelity } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import { expect, test } from 'vitest'
import type { BatchToken, HostedVariant } from '../../src/api/HostedImage.ts'
import { pixelsOf, plain } from '../support/pictures.ts'
import { callApi, origin, refusal } from './callApi.ts'

const start = Date.parse('2026-11-22T00:00:00Z')
const id = '083eb7b2-5392-4565-b69e-aff66acddd00'
const colour = [200, 100, 50] as const

/** An account that makes this choice, with a public picture of 100 × 100 and a private one. */
const account = async (fidelity: Fidelity, options: EmulatorOptions = {}) => {
  const emulator = createEmulator({
    flexibleVariants: true,
    transformer: sharpTransformer(),
    fidelity,
    ...options,
  })
  const file = await plain(colour)
  await emulator.seed({
    keys: [{ name: 'default', value: 'a key' }],
    images: [
      { id: 'plain', file },
      { id, file, requireSignedURLs: true },
    ],
  })
  const hash = emulator.delivery.accountHash
  const get = async (path: string, prefix = '') =>
    emulator.fetch(`${origin}${prefix}/${hash}/${path}`)
  const draw = async (leaf: string) => {
    const response = await get(`plain/${leaf}`)
    expect(response.status).toBe(200)
    return pixelsOf(new Uint8Array(await response.arrayBuffer()))
  }
  return { emulator, hash, get, draw }
}

const refused = async (response: Response) => [
  response.status,
  response.headers.get('cf-resized'),
]

test('a number has the status that it is told to have', async () => {
  const { emulator } = await account({ statuses: { 5404: 410 } })
  expect(refusal(await callApi(emulator, 'GET /v1/nobody')).slice(0, 2)).toEqual([
    410, 5404,
  ])
  expect(refusal(await callApi(emulator, 'GET /v1/variants/nobody'))[0]).toBe(404)
})

test('public does what it is told to do, and again after a reset', async () => {
  const { emulator, draw } = await account({ publicVariant: { width: 30 } })
  expect((await draw('public')).width).toBe(30)
  await emulator.reset()
  const { result } = await callApi<{ variant: HostedVariant }>(
    emulator,
    'GET /v1/variants/public',
  )
  expect(result.variant.options).toEqual({ width: 30 })
})

test('a PATCH of a variant replaces its options, where it does, and only if it has some', async () => {
  const { emulator } = await account({ variantPatch: 'replaced' })
  const change = async (json: object) => {
    const { result } = await callApi<{ variant: HostedVariant }>(
      emulator,
      'PATCH /v1/variants/public',
      { json },
    )
    return result.variant
  }
  expect((await change({ options: { width: 640 } })).options).toEqual({ width: 640 })
  expect(await change({ neverRequireSignedURLs: true })).toMatchObject({
    options: { width: 640 },
    neverRequireSignedURLs: true,
  })
})

test('a batch token is good for as long as it is told to be', async () => {
  let now = start
  const { emulator } = await account({ batchTokenLifetime: 60 }, { clock: () => now })
  const { token, expiresAt } = (
    await callApi<BatchToken>(emulator, 'GET /v1/batch_token')
  ).result
  expect(expiresAt).toBe('2026-11-22T00:01:00.000000000Z')
  const headers = { authorization: `Bearer ${token}` }
  const status = async () =>
    (await emulator.fetch(`${origin}/images/v2`, { headers })).status
  now += 59_999
  expect(await status()).toBe(200)
  now += 1
  expect(await status()).toBe(401)
})

test('a page number in the second version of the list is refused, where it is', async () => {
  const { emulator } = await account({ listPage: 'refused' })
  expect(refusal(await callApi(emulator, 'GET /v2?page=2')).slice(0, 2)).toEqual([
    400, 5400,
  ])
  expect((await callApi(emulator, 'GET /v1?page=1')).status).toBe(200)
})

test('the whole path is signed on other domains, where it is', async () => {
  const prefix = '/cdn-cgi/imagedelivery'
  const { hash, get } = await account({ signedPath: 'whole' })
  const status = async (before: string, text: string) => {
    const signature = createHmac('sha256', 'a key').update(text).digest('hex')
    return (await get(`${id}/public?sig=${signature}`, before)).status
  }
  expect(await status(prefix, `${prefix}/${hash}/${id}/public`)).toBe(200)
  expect(await status(prefix, `/${hash}/${id}/public`)).toBe(403)
  expect(await status('', `/${hash}/${id}/public`)).toBe(200)
})

test('width=auto is refused on hosted URLs, where it is', async () => {
  const { get, draw } = await account({ autoWidth: false })
  expect(await refused(await get('plain/width=auto'))).toEqual([400, 'err=9401'])
  expect((await draw('width=20')).width).toBe(20)
})

test('options that nobody knows are overlooked, where they are, and bad values never', async () => {
  const { get, draw } = await account({ unknownOptions: 'ignored' })
  expect((await draw('shiny=1,w=20,trim.left=10,nothing')).width).toBe(20)
  expect((await draw('shiny=1')).width).toBe(100)
  expect(await refused(await get('plain/shiny=1,fit=odd'))).toEqual([400, 'err=9401'])
})

test('a dpr above 2 counts as 2, where it does', async () => {
  const { get, draw } = await account({ highDpr: 'lowered' })
  expect((await draw('width=20,dpr=3')).width).toBe(40)
  expect((await draw('width=20,dpr=1.5')).width).toBe(30)
  expect(await refused(await get('plain/width=20,dpr=many'))).toEqual([400, 'err=9401'])
})

test('a gamma below 1 darkens, where it does, as much as it would lighten', async () => {
  const { draw } = await account({ lowGamma: 'darkens' })
  const powers = { 'gamma=0.5': 2, 'gamma=2': 0.5, 'gamma=0': 1, 'gamma=1': 1 }
  for (const [leaf, power] of Object.entries(powers)) {
    const seen = (await draw(leaf)).at(50, 50)
    for (const [channel, value] of colour.entries())
      expect(seen[channel]).toBeCloseTo(255 * (value / 255) ** power, -0.5)
  }
})

test('a picture has the header cf-resized, where it has, and its own length in it', async () => {
  const { get } = await account({ resizedHeader: true })
  const response = await get('plain/width=20')
  expect(response.headers.get('cf-resized')).toBe(
    `internal=ok/m q=0 v=emulator l=${(await response.arrayBuffer()).byteLength}`,
  )
})
