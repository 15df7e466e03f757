import { createEmulator, emulatorTransport } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import type { HostedDirectUpload, HostedImage } from '../../src/api/HostedImage.ts'
import { drawing, fileOf } from '../support/pictures.ts'
import { callApi, formOf, origin } from './callApi.ts'

const large = (size = 1_000_000) => {
  const bytes = new Uint8Array(size).fill(0x20)
  bytes.set(drawing())
  return fileOf(bytes, 'large.svg', 'image/svg+xml')
}

const account = async () => {
  const emulator = createEmulator()
  const { id, uploadURL } = (
    await callApi<HostedDirectUpload>(emulator, 'POST /v2/direct_upload', {
      body: formOf({ creator: 'a' }),
    })
  ).result
  return { emulator, id, url: uploadURL, transport: emulatorTransport(emulator) }
}

test('sends a file and tells how much of the whole body was read', async () => {
  const { emulator, id, url, transport } = await account()
  const progress: [number, number | undefined][] = []
  const file = large()
  const response = await transport({
    url,
    file,
    signal: new AbortController().signal,
    onProgress: (loaded, total) => progress.push([loaded, total]),
  })
  expect(response.status).toBe(200)
  const totals = new Set(progress.map(([, total]) => total))
  expect(totals.size).toBe(1)
  const [total = 0] = totals
  expect(total).toBeGreaterThan(file.size)
  expect(total).toBeLessThan(file.size + 1_000)
  expect(progress.length).toBeGreaterThan(5)
  expect(progress.at(-1)).toEqual([total, total])
  const loaded = progress.map(([bytes]) => bytes)
  expect(loaded).toEqual([...loaded].sort((a, b) => a - b))
  expect((await callApi<HostedImage>(emulator, `GET /v1/${id}`)).result.filename).toBe(
    'large.svg',
  )
})

test('hands back refusals as answers', async () => {
  const { transport } = await account()
  const response = await transport({
    url: `${origin}/Emulator_Account_Hash_/unknown`,
    file: large(1_000),
    signal: new AbortController().signal,
    onProgress: () => {},
  })
  expect(response.status).toBe(404)
})

test('stops where the emulator stops reading', async () => {
  const { emulator, url, transport } = await account()
  emulator.faults.set([{ host: 'upload', reset: true, afterBytes: 200_000 }])
  let loaded = 0
  const sent = transport({
    url,
    file: large(),
    signal: new AbortController().signal,
    onProgress: (bytes) => (loaded = bytes),
  })
  await expect(sent).rejects.toMatchObject({ name: 'ImagesError', code: 'network' })
  expect(loaded).toBeGreaterThanOrEqual(200_000)
  expect(loaded).toBeLessThan(400_000)
})

test('can be given up, and then nothing is stored', async () => {
  const { emulator, id, url, transport } = await account()
  const giveUp = new AbortController()
  const sent = transport({
    url,
    file: large(),
    signal: giveUp.signal,
    onProgress: (loaded) => {
      if (loaded > 300_000) giveUp.abort()
    },
  })
  await expect(sent).rejects.toMatchObject({ code: 'aborted' })
  expect((await callApi<HostedImage>(emulator, `GET /v1/${id}`)).result.draft).toBe(true)
  const early = transport({
    url,
    file: large(),
    signal: giveUp.signal,
    onProgress: () => {},
  })
  await expect(early).rejects.toMatchObject({ code: 'aborted' })
})
