import { createEmulator } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fileOf, photograph } from '../support/pictures.ts'

const origin = 'http://images.test'

test('takes a picture through a one-time URL and delivers it in a named variant', async () => {
  const emulator = createEmulator({ transformer: sharpTransformer() })
  const api = `${origin}/client/v4/accounts/anybody/images`
  const headers = { authorization: 'Bearer anything', accept: 'application/json' }
  const fields = new FormData()
  fields.set('metadata', JSON.stringify({ album: 'summer' }))
  fields.set('creator', 'ada')
  const minted = await emulator.fetch(`${api}/v2/direct_upload`, {
    method: 'POST',
    body: fields,
    headers,
  })
  expect(minted.status).toBe(200)
  const { id, uploadURL } = (await minted.json()).result

  const draft = (await (await emulator.fetch(`${api}/v1/${id}`, { headers })).json())
    .result
  expect(draft.draft).toBe(true)
  const listed = async () =>
    (await (await emulator.fetch(`${api}/v2`, { headers })).json()).result.images as {
      id: string
    }[]
  expect(await listed()).toEqual([])

  const form = new FormData()
  const bytes = await photograph({ width: 600, height: 400 })
  form.set('file', fileOf(bytes, 'beach.jpg', 'image/jpeg'))
  const uploaded = await emulator.fetch(uploadURL, { method: 'POST', body: form })
  expect(uploaded.status).toBe(200)
  const { result } = await uploaded.json()
  expect(result).toMatchObject({
    id,
    filename: 'beach.jpg',
    meta: { album: 'summer' },
    creator: 'ada',
    requireSignedURLs: false,
    variants: [`${origin}/cdn-cgi/imagedelivery/Emulator_Account_Hash_/${id}/public`],
  })
  expect(result).not.toHaveProperty('draft')
  expect((await listed()).map((image) => image.id)).toEqual([id])

  await emulator.seed({ variants: { thumb: { width: 90, height: 90, fit: 'cover' } } })
  const thumb = await emulator.fetch(
    `${emulator.delivery.baseUrl}/${emulator.delivery.accountHash}/${id}/thumb`,
    {
      headers: { accept: 'image/avif,image/webp,*/*' },
    },
  )
  expect(thumb.status).toBe(200)
  expect(thumb.headers.get('content-type')).toBe('image/avif')
  const seen = await sharp(await thumb.arrayBuffer()).metadata()
  expect([seen.width, seen.height]).toEqual([90, 90])

  expect(
    (await emulator.fetch(`${api}/v1/${id}`, { method: 'DELETE', headers })).status,
  ).toBe(200)
  expect(await listed()).toEqual([])
})
