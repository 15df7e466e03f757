import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { callApi, formOf, origin, refusal } from './callApi.ts'

const emulator = createEmulator({ legacy: true, transformer: sharpTransformer() })
const headers = { 'x-auth-key': 'key', 'x-auth-email': 'me@example.com' }

interface LegacyResult {
  id: string
  filename: string
  variants: { name: string; url: string }[]
}

const upload = async (size: { width: number; height: number }) => {
  const picture = sharp({ create: { ...size, channels: 3, background: 'teal' } }).jpeg()
  const file = new File([new Uint8Array(await picture.toBuffer())], 'photo.jpg')
  const body = formOf({ file })
  // A bearer token is a thing of today.
  const withoutKey = await callApi(emulator, 'POST /v1', { body })
  expect(refusal(withoutKey).slice(0, 2)).toEqual([401, 10_000])
  const withKey = { ...headers, authorization: '' }
  return callApi<LegacyResult>(emulator, 'POST /v1', { body, headers: withKey })
}

test('answers in the words of the beta of 2021', async () => {
  const { result } = await upload({ width: 40, height: 30 })
  expect(Object.keys(result).toSorted()).toEqual(['filename', 'id', 'variants'])
  expect(result.filename).toBe('photo.jpg')
  expect(atob(result.id)).toMatch(/^1;[A-Za-z\d]{22};[A-Za-z\d]{6}$/)
  const [variant] = result.variants
  expect(result.variants).toHaveLength(1)
  expect(variant?.name).toBe('default')
  expect(variant?.url.startsWith(`${origin}/default/`)).toBe(true)

  const path = `/v1/${encodeURIComponent(result.id)}`
  const deleted = await callApi(emulator, `DELETE ${path}`, { headers })
  expect(deleted.result).toEqual({ id: result.id })
  expect((await emulator.fetch(variant!.url)).status).toBe(404)
})

test('delivers the size of the device, and that of a desktop where it cannot be told', async () => {
  const { result } = await upload({ width: 2400, height: 1600 })
  const url = result.variants[0]!.url
  const devices = {
    '': [2160, 1440],
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/147': [2160, 1440],
    'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Mobile/15E148': [1620, 1080],
    'Mozilla/5.0 (Linux; Android 14; SM-X910) Chrome/147 Safari/537.36': [1620, 1080],
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148': [1080, 720],
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/147 Mobile Safari': [1080, 720],
  }
  for (const [agent, [width, height]] of Object.entries(devices)) {
    const response = await emulator.fetch(url, { headers: { 'user-agent': agent } })
    expect(response.headers.get('vary')).toContain('user-agent')
    const seen = await sharp(await response.arrayBuffer()).metadata()
    expect([agent, seen.width, seen.height]).toEqual([agent, width, height])
  }
})

test('today, such a URL is none', async () => {
  const today = createEmulator()
  expect((await today.fetch(`${origin}/default/MTtx`)).status).toBe(403)
})
