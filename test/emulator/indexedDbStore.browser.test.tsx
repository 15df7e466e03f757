import {
  canvasTransformer,
  createEmulator,
  indexedDbStore,
} from 'react-cloudflare-images/emulator'
import { beforeEach, expect, test } from 'vitest'
import { callApi, formOf, origin, refusal } from './callApi.ts'

/** A database of its own for each test; the browser's profile goes with the browser. */
let name: string
beforeEach(() => {
  name = crypto.randomUUID()
})

/** An emulator as a service worker has it; the browser ends the worker when it likes, and starts another. */
const start = () =>
  createEmulator({
    flexibleVariants: true,
    store: indexedDbStore({ name }),
    transformer: canvasTransformer(),
  })

const picture = async () => {
  const canvas = new OffscreenCanvas(60, 40)
  const context = canvas.getContext('2d')!
  context.fillStyle = 'teal'
  context.fillRect(0, 0, 60, 40)
  return new File([await canvas.convertToBlob()], 'teal.png', { type: 'image/png' })
}

interface Minted {
  id: string
  uploadURL: string
}

test('what is reserved, uploaded, set and deleted is so for the next worker too', async () => {
  const body = formOf({ requireSignedURLs: 'false', creator: 'ada' })
  const { result } = await callApi<Minted>(start(), 'POST /v2/direct_upload', { body })
  const { id, uploadURL } = result
  const details = await callApi<{ draft?: boolean }>(start(), `GET /v1/${id}`)
  expect(details.result.draft).toBe(true)

  const form = formOf({ file: await picture() })
  const uploaded = await start().fetch(uploadURL, { method: 'POST', body: form })
  expect(uploaded.status).toBe(200)
  await callApi(start(), 'POST /v1/variants', {
    json: { id: 'small', options: { width: 30 } },
  })
  const listed = await callApi<{ images: { id: string; filename: string }[] }>(
    start(),
    'GET /v2?creator=ada',
  )
  expect(listed.result.images).toMatchObject([{ id, filename: 'teal.png' }])

  const url = `${origin}/${start().delivery.accountHash}/${id}/small`
  const bitmap = await createImageBitmap(await (await start().fetch(url)).blob())
  expect([bitmap.width, bitmap.height]).toEqual([30, 20])

  expect((await callApi(start(), `DELETE /v1/${id}`)).status).toBe(200)
  expect(refusal(await callApi(start(), `GET /v1/${id}`)).slice(0, 2)).toEqual([
    404, 5404,
  ])
  expect((await start().fetch(url)).status).toBe(404)
})

test('a store forgets what it never had, and everything when it is told to', async () => {
  const store = indexedDbStore({ name })
  expect(await store.readAccount()).toBeUndefined()
  expect(await store.read('nobody')).toBeUndefined()
  expect(await store.readBytes('nobody')).toBeUndefined()
  expect(await store.delete('nobody')).toBe(false)
  await start().seed({ images: [{ id: 'teal', file: await picture() }] })
  expect((await store.list()).map(({ id }) => id)).toEqual(['teal'])
  expect((await store.readBytes('teal'))?.subarray(1, 4)).toEqual(
    new TextEncoder().encode('PNG'),
  )
  await store.clear()
  expect([await store.list(), await store.readAccount()]).toEqual([[], undefined])
})
