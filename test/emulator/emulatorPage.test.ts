import { createEmulator } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import { photograph } from '../support/pictures.ts'
import { callApi, origin } from './callApi.ts'

const pageOf = async (emulator: ReturnType<typeof createEmulator>) => {
  const response = await emulator.fetch(`${origin}/__emulator/`)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  return response.text()
}

test('the page shows images, variants, requests, deliveries and errors', async () => {
  const emulator = createEmulator()
  const file = await photograph({ width: 60, height: 40 })
  await emulator.seed({
    images: [{ id: 'a/photo', file, filename: 'cat.jpg' }],
    variants: { hero: { width: 1600 } },
  })
  await emulator.fetch(`${origin}/${emulator.delivery.accountHash}/a/photo/hero`)
  await callApi(emulator, 'GET /v1/nobody')
  const page = await pageOf(emulator)
  expect(page).toContain('1 images, 2 variants, 1 deliveries, 2 requests kept, 1 of them')
  expect(page).toContain('>a/photo</a>')
  for (const text of ['cat.jpg', '60 × 40', 'hero', '/images/v1/nobody', '404'])
    expect(page).toContain(text)
  expect(emulator.deliveries).toBe(1)
})

test('what others have written runs nowhere on the page', async () => {
  const emulator = createEmulator()
  const script = '<script>alert("1")</script>'
  const file = await photograph({ width: 60, height: 40 })
  await emulator.seed({
    images: [{ id: script, file, filename: script, creator: script }],
  })
  await emulator.fetch(`${origin}/x/<script>/a?${script}`)
  const page = await pageOf(emulator)
  expect(page).not.toMatch(/<script/i)
  expect(page).toContain('&#60;script&#62;')
})
