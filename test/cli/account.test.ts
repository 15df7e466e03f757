import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Emulator, EmulatorOptions } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import type { EmulatorServer } from 'react-cloudflare-images/node'
import { defineDelivery } from 'react-cloudflare-images/url'
import { afterEach, expect, test } from 'vitest'
import { connect } from '../../src/cli/connect.ts'
import { doctor } from '../../src/cli/doctor.ts'
import { loadDelivery } from '../../src/cli/loadDelivery.ts'
import { pullVariants } from '../../src/cli/pullVariants.ts'
import { pushVariants } from '../../src/cli/pushVariants.ts'

let server: EmulatorServer | undefined
let emulator: Emulator
afterEach(async () => {
  await server?.close()
  server = undefined
})

const variants = {
  hero: { width: 1600, fit: 'scale-down' },
  avatar: { width: 96, height: 96, fit: 'cover', neverRequireSignedURLs: true },
} as const

/** An account on a port, and the environment that names it. */
const account = async (options: EmulatorOptions = {}) => {
  emulator = createEmulator({ flexibleVariants: true, ...options })
  await emulator.seed({ variants })
  server = await serveEmulator(emulator)
  const env = { ...emulator.env(server.origin) }
  return { env, images: connect(env), hash: env.CLOUDFLARE_IMAGES_ACCOUNT_HASH }
}

test('a healthy account has nothing wrong, and nothing is left in it', async () => {
  const { env, images, hash } = await account()
  const delivery = defineDelivery({ accountHash: hash, variants })
  const { text, isHealthy } = await doctor({ images, env, delivery })
  expect(text).not.toContain('WRONG')
  expect(isHealthy).toBe(true)
  for (const finding of [
    'the token reads: 0 of 100000 images',
    'the token writes',
    'the account hash is right',
    'pages may upload',
    'flexible variants are on',
    'variant avatar',
    'variant hero',
  ])
    expect(text).toContain(`ok    ${finding}`)
  const deleted = emulator.requests.filter(({ method }) => method === 'DELETE')
  expect(deleted).toMatchObject([{ status: 200 }])
})

test.each<[string, EmulatorOptions, string, string]>([
  [
    'a wrong token',
    { apiToken: 'other' },
    'cannot be read',
    'Make a token with Images Read and Images Write',
  ],
  [
    'a token that only reads',
    { apiToken: { 'emulator-token': 'read' } },
    'the token cannot write',
    'Give the token Images Read and Images Write',
  ],
  [
    'another account',
    { accountId: 'another' },
    'cannot be read',
    'CLOUDFLARE_ACCOUNT_ID is its id',
  ],
  [
    'flexible variants that are off',
    { flexibleVariants: false },
    'flexible variants are off',
    'Switch them on',
  ],
  [
    'an upload host without a preflight',
    { fidelity: { uploadCors: false } },
    'pages may not upload',
    'viaBackend()',
  ],
])('%s is found, and its fix named', async (_, options, finding, fix) => {
  const { env } = await account(options)
  const told = {
    ...env,
    CLOUDFLARE_API_TOKEN: 'emulator-token',
    CLOUDFLARE_ACCOUNT_ID: 'mine',
  }
  const { text, isHealthy } = await doctor({ images: connect(told), env: told })
  expect(isHealthy).toBe(false)
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.startsWith('WRONG') && line.includes(finding))
  expect(at).toBeGreaterThanOrEqual(0)
  expect(lines[at + 1]).toContain(fix)
})

test('a wrong hash, and variants that are not as in code, are found', async () => {
  const { env, images, hash } = await account()
  const delivery = defineDelivery({
    accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
    variants: { hero: { width: 800 }, card: { width: 640 } },
  })
  const { text } = await doctor({ images, env, delivery })
  expect(text).toContain(`Write accountHash: '${hash}'`)
  expect(text).toContain('variant hero is different: width 1600 → 800')
  expect(text).toContain('variant card is missing: width 640')
})

test('pull prints the account as code', async () => {
  const { images } = await account()
  expect(await pullVariants(images)).toBe(`variants: {
  avatar: { width: 96, height: 96, fit: 'cover', neverRequireSignedURLs: true },
  hero: { width: 1600, fit: 'scale-down' },
  public: { width: 1366, height: 768, fit: 'scale-down', metadata: 'none' },
}
`)
})

test('pull quotes the names that are no words', async () => {
  const { images } = await account()
  await emulator.seed({ variants: { '2x': { width: 800 } } })
  expect(await pullVariants(images)).toContain("  '2x': { width: 800 },\n")
})

test('push says what it would do, does it, and has nothing left to do', async () => {
  const { images, hash } = await account()
  const delivery = defineDelivery({
    accountHash: hash,
    variants: { ...variants, hero: { width: 1200 }, card: { width: 640, blur: 2 } },
  })
  const before = await images.variants.list()
  expect(await pushVariants(delivery, { images, dryRun: true })).toBe(`= avatar
+ card  width 640, blur 2
~ hero  width 1600 → 1200
= public
2 would change; run without --dry-run to change them.
`)
  expect(await images.variants.list()).toEqual(before)
  expect(await pushVariants(delivery, { images, dryRun: false })).toContain('2 changed.')
  const after = await images.variants.list()
  expect(after['card']?.options).toEqual({ width: 640, blur: 2 })
  expect(after['hero']?.options).toEqual({ width: 1200, fit: 'scale-down' })
  expect(await pushVariants(delivery, { images, dryRun: true })).toContain('0 would')
})

test('an environment without an account names what is missing', () => {
  expect(() => connect({ CLOUDFLARE_ACCOUNT_ID: 'a' })).toThrow(
    /^CLOUDFLARE_API_TOKEN not set/,
  )
})

test('a module is read for its delivery', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'delivery-'))
  const file = join(directory, 'delivery.mjs')
  writeFileSync(file, `export const delivery = { accountHash: 'a', variants: {} }`)
  expect(await loadDelivery(file)).toMatchObject({ accountHash: 'a' })
  writeFileSync(join(directory, 'empty.mjs'), 'export const x = 1')
  await expect(loadDelivery(join(directory, 'empty.mjs'))).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(loadDelivery(join(directory, 'none.mjs'))).rejects.toMatchObject({
    code: 'not-found',
  })
  rmSync(directory, { recursive: true })
})
