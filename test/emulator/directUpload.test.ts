import { createEmulator } from 'react-cloudflare-images/emulator'
import type { EmulatorOptions } from 'react-cloudflare-images/emulator'
import { sharpTransformer } from 'react-cloudflare-images/node'
import { expect, test } from 'vitest'
import type { HostedDirectUpload, HostedImage } from '../../src/api/HostedImage.ts'
import { drawing, fileOf, photograph } from '../support/pictures.ts'
import { callApi, formOf, origin, refusal } from './callApi.ts'

const start = Date.parse('2026-11-22T12:00:00Z')

const account = (options: EmulatorOptions = {}) => {
  const time = { now: start }
  const emulator = createEmulator({ clock: () => time.now, ...options })
  const mint = (fields: Record<string, string> = { requireSignedURLs: 'false' }) =>
    callApi<HostedDirectUpload>(emulator, 'POST /v2/direct_upload', {
      body: formOf(fields),
    })
  const send = async (
    url: string,
    form: FormData = formOf({ file: picture() }),
    headers = {},
  ) =>
    emulator.fetch(url, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', ...headers },
    })
  return { emulator, time, mint, send }
}

const picture = () => fileOf(drawing(), 'drawing.svg', 'image/svg+xml')

const inSeconds = (seconds: number) => new Date(start + seconds * 1000).toISOString()

/** Status and number of an answer in JSON. */
const codeOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { code: number }[] }
  return [response.status, errors[0]?.code]
}

test('reserves an id that the finished image keeps, with all its fields', async () => {
  const { emulator, mint, send } = account({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
  const { id, uploadURL } = (
    await mint({ metadata: '{"a":1}', creator: 'ada', requireSignedURLs: 'true' })
  ).result
  expect(uploadURL).toBe(`${origin}/Vi7wi5KSItxGFsWRG2Us6Q/${id}`)
  const draft = (await callApi<HostedImage>(emulator, `GET /v1/${id}`)).result
  expect(draft).toMatchObject({
    id,
    draft: true,
    meta: { a: 1 },
    creator: 'ada',
    requireSignedURLs: true,
  })
  const sent = await send(uploadURL)
  expect(sent.status).toBe(200)
  const { result, success } = (await sent.json()) as {
    result: HostedImage
    success: boolean
  }
  expect(success).toBe(true)
  expect(result).toMatchObject({
    id,
    filename: 'drawing.svg',
    meta: { a: 1 },
    creator: 'ada',
    requireSignedURLs: true,
  })
  expect(result).not.toHaveProperty('draft')
  expect(
    (await callApi<HostedImage>(emulator, `GET /v1/${id}`)).result,
  ).not.toHaveProperty('draft')
})

test('refuses JSON in version 2, and takes it in version 1', async () => {
  const { emulator } = account()
  const json = { requireSignedURLs: true, metadata: { a: 1 }, expiry: inSeconds(600) }
  expect(refusal(await callApi(emulator, 'POST /v2/direct_upload', { json }))).toEqual([
    415,
    5415,
    'Images must be uploaded as a form, not as raw image data. Please use multipart/form-data format',
  ])
  const { result } = await callApi<HostedDirectUpload>(
    emulator,
    'POST /v1/direct_upload',
    { json },
  )
  const draft = (await callApi<HostedImage>(emulator, `GET /v1/${result.id}`)).result
  expect(draft).toMatchObject({ requireSignedURLs: true, meta: { a: 1 }, draft: true })
  expect((await callApi(emulator, 'POST /v1/direct_upload')).status).toBe(200)
})

test('takes no body at all, and a form with no field, and refuses bytes of no type', async () => {
  const { emulator } = account()
  const typeless = await emulator.fetch(
    'http://localhost/client/v4/accounts/any/images/v2/direct_upload',
    {
      method: 'POST',
      headers: { authorization: 'Bearer any' },
      body: new Uint8Array([1]),
    },
  )
  expect(typeless.status).toBe(415)
  expect((await callApi(emulator, 'POST /v2/direct_upload')).status).toBe(200)
  expect(
    (await callApi(emulator, 'POST /v2/direct_upload', { body: formOf({ expiry: '' }) }))
      .status,
  ).toBe(200)
})

test.each([119, 120, 21_600, 21_601])(
  'refuses an expiry in %i seconds',
  async (seconds) => {
    const { mint } = account()
    expect(refusal(await mint({ expiry: inSeconds(seconds) }))).toEqual([
      400,
      5400,
      'expiry is out of accepted bound.',
    ])
  },
)

test.each([121, 1_800, 21_599])('takes an expiry in %i seconds', async (seconds) => {
  const { mint, send, time } = account()
  const { uploadURL } = (await mint({ expiry: inSeconds(seconds) })).result
  time.now = start + seconds * 1000
  expect((await send(uploadURL)).status).toBe(410)
  time.now -= 1
  expect((await send(uploadURL)).status).toBe(200)
})

test.each(['tomorrow', '1795305600', '2026-11-22', '2026-11-22T12:30:00'])(
  'refuses the expiry %s',
  async (expiry) => {
    const { mint } = account()
    expect(refusal(await mint({ expiry })).slice(0, 2)).toEqual([400, 5400])
  },
)

test('an expiry may be in another time zone', async () => {
  const { mint, time, send } = account()
  const { uploadURL } = (await mint({ expiry: '2026-11-22T14:10:00+02:00' })).result
  time.now = start + 600_000
  expect((await send(uploadURL)).status).toBe(410)
})

test('keeps a custom id for the draft, with its slashes in the URL', async () => {
  const { mint, send, emulator } = account()
  const { uploadURL } = (await mint({ id: 'people/ada/50% & more.png' })).result
  expect(uploadURL).toBe(
    `${origin}/Emulator_Account_Hash_/people/ada/50%25%20%26%20more.png`,
  )
  expect(refusal(await mint({ id: 'people/ada/50% & more.png' })).slice(0, 2)).toEqual([
    409, 5409,
  ])
  expect((await send(uploadURL)).status).toBe(200)
  const id = encodeURIComponent('people/ada/50% & more.png')
  expect((await callApi<HostedImage>(emulator, `GET /v1/${id}`)).result.filename).toBe(
    'drawing.svg',
  )
})

test('gives a custom id free when the draft expires', async () => {
  const { mint, time } = account()
  await mint({ id: 'logo' })
  time.now += 30 * 60_000
  expect((await mint({ id: 'logo' })).status).toBe(200)
})

test('refuses a custom id that is a UUID, or private', async () => {
  const { mint } = account()
  expect(
    refusal(await mint({ id: '0189dcd5-0f4b-7c2e-8b3a-0123456789ab' })).slice(0, 2),
  ).toEqual([400, 5411])
  expect(refusal(await mint({ id: 'a', requireSignedURLs: 'true' })).slice(0, 2)).toEqual(
    [400, 5400],
  )
})

test('takes one upload: unknown is 404, used 409, expired 410', async () => {
  const { mint, send, time } = account()
  expect(await codeOf(await send(`${origin}/Emulator_Account_Hash_/unknown`))).toEqual([
    404, 5404,
  ])
  const used = (await mint()).result.uploadURL
  await send(used)
  expect(await codeOf(await send(used))).toEqual([409, 5409])
  const expired = (await mint()).result.uploadURL
  time.now += 30 * 60_000 - 1
  expect((await send((await mint()).result.uploadURL)).status).toBe(200)
  time.now += 1
  expect(await codeOf(await send(expired))).toEqual([410, 5410])
})

test('takes exactly one of two uploads at the same moment', async () => {
  const { mint, send } = account()
  const { uploadURL } = (await mint()).result
  const statuses = (
    await Promise.all([send(uploadURL), send(uploadURL), send(uploadURL)])
  ).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 409, 409])
})

test('a draft that was deleted is unknown', async () => {
  const { emulator, mint, send } = account()
  const { id, uploadURL } = (await mint()).result
  expect((await callApi(emulator, `DELETE /v1/${id}`)).status).toBe(200)
  expect((await send(uploadURL)).status).toBe(404)
})

test('leaves the URL usable after a file that was refused', async () => {
  const { mint, send } = account({ transformer: sharpTransformer() })
  const { uploadURL } = (await mint()).result
  const cut = (await photograph({ grain: 60 })).slice(0, 9_000)
  expect(
    await codeOf(
      await send(uploadURL, formOf({ file: fileOf(cut, 'a.jpg', 'image/jpeg') })),
    ),
  ).toEqual([422, 9422])
  expect(
    await codeOf(await send(uploadURL, formOf({ file: new File(['text'], 'a.png') }))),
  ).toEqual([415, 5455])
  const large = fileOf(new Uint8Array(10_485_761), 'a.png', 'image/png')
  expect(await codeOf(await send(uploadURL, formOf({ file: large })))).toEqual([
    413, 5413,
  ])
  expect((await send(uploadURL)).status).toBe(200)
})

test('wants the file in a form, under the name file', async () => {
  const { emulator, mint, send } = account()
  const { uploadURL } = (await mint()).result
  expect(await codeOf(await send(uploadURL, formOf({ image: picture() })))).toEqual([
    400, 5400,
  ])
  expect(await codeOf(await send(uploadURL, formOf({ file: 'aGVsbG8=' })))).toEqual([
    415, 5455,
  ])
  const raw = await emulator.fetch(uploadURL, {
    method: 'POST',
    body: drawing(),
    headers: { accept: 'application/json', 'content-type': 'image/svg+xml' },
  })
  expect(await codeOf(raw)).toEqual([415, 5415])
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    expect((await emulator.fetch(uploadURL, { method })).status).toBe(405)
  }
  expect((await send(uploadURL)).status).toBe(200)
})

test('refuses uploads to another account', async () => {
  const { send } = account({ accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q' })
  expect(await codeOf(await send(`${origin}/ZWd9g1K7eljCn_KDTu_MWA/unknown`))).toEqual([
    403, 5403,
  ])
})

test('writes refusals as text for callers that do not ask for JSON, as browsers do not', async () => {
  const { send } = account()
  const response = await send(`${origin}/Emulator_Account_Hash_/unknown`, undefined, {
    accept: '*/*',
  })
  expect(await response.text()).toBe('ERROR 5404: Image not found')
})

test('lets any page upload, and allows no header of its own', async () => {
  const { emulator, mint, send } = account()
  const { uploadURL } = (await mint()).result
  const preflight = await emulator.fetch(uploadURL, {
    method: 'OPTIONS',
    headers: { origin: 'https://app.test', 'access-control-request-method': 'POST' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
  expect(preflight.headers.get('access-control-allow-headers')).toBeNull()
  expect((await send(uploadURL)).headers.get('access-control-allow-origin')).toBe('*')
  expect((await send(uploadURL)).headers.get('access-control-allow-origin')).toBe('*') // a refusal must be readable too
})

test('can be told to answer no preflight', async () => {
  const { emulator, mint, send } = account({ fidelity: { uploadCors: false } })
  const { uploadURL } = (await mint()).result
  const preflight = await emulator.fetch(uploadURL, { method: 'OPTIONS' })
  expect(preflight.status).toBe(405)
  expect(preflight.headers.has('access-control-allow-origin')).toBe(false)
  expect((await send(uploadURL)).headers.has('access-control-allow-origin')).toBe(false)
})

test('uploads to the batch host and to its minted URLs', async () => {
  const { emulator, send } = account()
  const { token } = (await callApi<{ token: string }>(emulator, 'GET /v1/batch_token'))
    .result
  const minted = await emulator.fetch(`${origin}/images/v2/direct_upload`, {
    method: 'POST',
    body: formOf({ creator: 'ada' }),
    headers: { authorization: `Bearer ${token}` },
  })
  const { uploadURL } = ((await minted.json()) as { result: HostedDirectUpload }).result
  expect((await send(uploadURL)).status).toBe(200)
})
