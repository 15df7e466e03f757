import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EmulatorServer } from '../../src/node/serveEmulator.ts'
import { photograph } from '../support/pictures.ts'

const emulator = createEmulator({ transformer: sharpTransformer() })
let server: EmulatorServer
let picture: string

beforeAll(async () => {
  server = await serveEmulator(emulator)
  const file = new Blob([await photograph({ width: 80, height: 60 })])
  await emulator.seed({
    variants: { thumb: { width: 40 } },
    images: [{ id: 'people/ada', file, filename: 'ada.jpg' }],
  })
  picture = `${server.origin}/cdn-cgi/imagedelivery/${emulator.delivery.accountHash}/people/ada`
})

afterAll(async () => server.close())

test.each([
  ['a variant that the account does not have', 'poster', 403, 'ERROR 9425'],
  ['options while flexible variants are off', 'width=30', 403, 'ERROR 9429'],
])('%s is refused over HTTP, with code and reason', async (_, leaf, status, text) => {
  const answer = await fetch(`${picture}/${leaf}`)
  expect(answer.status).toBe(status)
  expect(answer.headers.get('cf-resized')).toContain(`err=${text.slice(-4)}`)
  expect(await answer.text()).toContain(text)
})

test('the picture is still delivered by its named variant, whatever was refused before', async () => {
  expect((await fetch(`${picture}/poster`)).ok).toBe(false)
  expect((await fetch(`${picture}/width=30`)).ok).toBe(false)
  const answer = await fetch(`${picture}/thumb`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
})
