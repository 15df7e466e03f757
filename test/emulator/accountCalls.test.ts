import { createEmulator } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import type { HostedConfig, HostedStats, SigningKey } from '../../src/api/HostedImage.ts'
import { drawing } from '../support/pictures.ts'
import { callApi, formOf, refusal } from './callApi.ts'

const keysOf = async (emulator: ReturnType<typeof createEmulator>, line: string) =>
  (await callApi<{ keys: SigningKey[] }>(emulator, line)).result.keys

test('has a default key, and makes a new one when the last is deleted', async () => {
  const emulator = createEmulator()
  const [first, ...others] = await keysOf(emulator, 'GET /v1/keys')
  expect(others).toEqual([])
  expect(first?.name).toBe('default')
  expect(first?.value).toMatch(/^[\dA-Za-z]{31}=$/)
  expect((await keysOf(emulator, 'PUT /v1/keys/second')).map(({ name }) => name)).toEqual(
    ['default', 'second'],
  )
  expect(
    (await keysOf(emulator, 'DELETE /v1/keys/default')).map(({ name }) => name),
  ).toEqual(['second'])
  const [last] = await keysOf(emulator, 'DELETE /v1/keys/second')
  expect(last?.name).toBe('default')
  expect(last?.value).not.toBe(first?.value)
})

test('keeps the value of a key that is put again', async () => {
  const emulator = createEmulator()
  const before = await keysOf(emulator, 'PUT /v1/keys/second')
  expect(await keysOf(emulator, 'PUT /v1/keys/second')).toEqual(before)
})

test('refuses unknown keys, odd names, and a content type where none belongs', async () => {
  const emulator = createEmulator()
  const put = async (name: string, headers?: Record<string, string>) =>
    refusal(
      await callApi(emulator, `PUT /v1/keys/${name}`, { ...(headers && { headers }) }),
    ).slice(0, 2)
  expect(refusal(await callApi(emulator, 'DELETE /v1/keys/nothing')).slice(0, 2)).toEqual(
    [404, 5404],
  )
  expect(await put('a'.repeat(21))).toEqual([400, 5400])
  expect(await put('a%20b')).toEqual([400, 5400])
  expect(await put('ok', { 'content-type': 'application/json' })).toEqual([415, 5415])
  expect(await put('ok', { 'api-version': '1' })).toEqual([415, 5415])
  expect(await put('ok')).toEqual([200, undefined])
})

test('begins with flexible variants off and changes what is sent', async () => {
  const emulator = createEmulator()
  const config = async (json?: unknown) =>
    (
      await callApi<HostedConfig>(
        emulator,
        json === undefined ? 'GET /v1/config' : 'PATCH /v1/config',
        { json },
      )
    ).result
  expect(await config()).toEqual({
    flexible_variants: false,
    browser_ttl: 172_800,
    preserve_content_credentials: false,
  })
  expect(await config({ flexible_variants: true })).toMatchObject({
    flexible_variants: true,
    browser_ttl: 172_800,
  })
  expect(await config({ browser_ttl: 3_600 })).toMatchObject({
    flexible_variants: true,
    browser_ttl: 3_600,
  })
  expect(await config()).toMatchObject({ flexible_variants: true, browser_ttl: 3_600 })
})

test.each([
  { flexible_variants: 'on' },
  { browser_ttl: 3_599 },
  { browser_ttl: 31_536_001 },
  { browser_ttl: 4_000.5 },
  { other: 1 },
])('refuses the setting %j', async (json) => {
  expect(
    refusal(await callApi(createEmulator(), 'PATCH /v1/config', { json })).slice(0, 2),
  ).toEqual([400, 5400])
})

test('counts images and no drafts', async () => {
  const emulator = createEmulator()
  await emulator.seed({ images: [{ file: drawing() }, { file: drawing() }] })
  await callApi(emulator, 'POST /v2/direct_upload', { body: formOf({ id: 'draft' }) })
  expect((await callApi<HostedStats>(emulator, 'GET /v1/stats')).result).toEqual({
    count: { current: 2, allowed: 100_000 },
  })
})
