import { createEmulator } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import type { HostedVariant } from '../../src/api/HostedImage.ts'
import { callApi, refusal } from './callApi.ts'

type One = { variant: HostedVariant }
type All = { variants: Record<string, HostedVariant> }

test('begins with the variant public alone, in a map', async () => {
  const { variants } = (await callApi<All>(createEmulator(), 'GET /v1/variants')).result
  expect(Object.keys(variants)).toEqual(['public'])
  expect(variants['public']?.id).toBe('public')
})

test('creates, reads, changes by part, flattens and deletes', async () => {
  const emulator = createEmulator()
  const options = { fit: 'cover', width: 320, height: 200, metadata: 'none' } as const
  const created = await callApi<One>(emulator, 'POST /v1/variants', {
    json: { id: 'card', options },
  })
  expect(created.result.variant).toEqual({
    id: 'card',
    options,
    neverRequireSignedURLs: false,
  })
  const changed = await callApi<One>(emulator, 'PATCH /v1/variants/card', {
    json: { options: { width: 640, browser_ttl: 86_400 }, neverRequireSignedURLs: true },
  })
  const expected = {
    id: 'card',
    options: { ...options, width: 640, browser_ttl: 86_400 },
    neverRequireSignedURLs: true,
  }
  expect(changed.result.variant).toEqual(expected)
  expect((await callApi<One>(emulator, 'GET /v1/variants/card')).result.variant).toEqual(
    expected,
  )
  expect(
    (await callApi<HostedVariant>(emulator, 'GET /v1/variants/card/flat')).result,
  ).toEqual(expected)
  expect((await callApi(emulator, 'DELETE /v1/variants/card')).result).toEqual({})
  for (const line of [
    'GET /v1/variants/card',
    'GET /v1/variants/card/flat',
    'PATCH /v1/variants/card',
    'DELETE /v1/variants/card',
  ]) {
    expect(refusal(await callApi(emulator, line)).slice(0, 2)).toEqual([404, 5401])
  }
})

test('takes any part of the options', async () => {
  const emulator = createEmulator()
  for (const [at, options] of [
    { width: 100, browser_ttl: 86_400 },
    { metadata: 'keep' },
    { blur: 50 },
    {},
    undefined,
  ].entries()) {
    expect(
      (await callApi(emulator, 'POST /v1/variants', { json: { id: `v${at}`, options } }))
        .status,
    ).toBe(200)
  }
})

test.each([
  { id: 'my-card' },
  { id: 'my_card' },
  { id: 'my card' },
  { id: '' },
  { id: 'a'.repeat(100) },
  { id: 5 },
  {},
  { id: 'a', options: { fit: 'squeeze' } },
  { id: 'a', options: { fit: 'aspect-crop' } },
  { id: 'a', options: { width: 0 } },
  { id: 'a', options: { width: '100' } },
  { id: 'a', options: { metadata: 'some' } },
  { id: 'a', options: { blur: 251 } },
  { id: 'a', options: { browser_ttl: 60 } },
  { id: 'a', options: { quality: 80 } },
  { id: 'a', options: [] },
  { id: 'a', neverRequireSignedURLs: 'yes' },
])('refuses %j', async (json) => {
  expect(
    refusal(await callApi(createEmulator(), 'POST /v1/variants', { json })).slice(0, 2),
  ).toEqual([400, 5400])
})

test('allows a name of 99 letters and digits, once', async () => {
  const emulator = createEmulator()
  const json = { id: 'a9'.repeat(50).slice(0, 99) }
  expect((await callApi(emulator, 'POST /v1/variants', { json })).status).toBe(200)
  expect(
    refusal(await callApi(emulator, 'POST /v1/variants', { json })).slice(0, 2),
  ).toEqual([409, 5409])
  expect(
    (await callApi(emulator, 'POST /v1/variants', { json: { id: 'constructor' } }))
      .status,
  ).toBe(200)
})

test('stops at 100 with public among them, however many are made at once', async () => {
  const emulator = createEmulator()
  const answers = await Promise.all(
    Array.from({ length: 101 }, (_, at) =>
      callApi(emulator, 'POST /v1/variants', { json: { id: `v${at}` } }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
  expect(answers.filter(({ errors }) => errors[0]?.code === 5453)).toHaveLength(2)
  expect(
    Object.keys((await callApi<All>(emulator, 'GET /v1/variants')).result.variants),
  ).toHaveLength(100)
})
