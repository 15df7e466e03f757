import { createEmulator, emulatorBinding } from 'react-cloudflare-images/emulator'
import { expect, test } from 'vitest'
import { drawing, fileOf } from '../support/pictures.ts'
import { formOf } from './callApi.ts'

const stream = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream()

const account = () => {
  let now = Date.parse('2026-11-22T00:00:00Z')
  const emulator = createEmulator({ clock: () => now })
  const { hosted } = emulatorBinding(emulator)
  return { emulator, hosted, pass: (milliseconds: number) => (now += milliseconds) }
}

test('uploads bytes, streams and base64, and gives the bytes back', async () => {
  const { hosted } = account()
  const text = btoa(String.fromCharCode(...drawing()))
  const images = [
    await hosted.upload(drawing().buffer, {
      filename: 'a.svg',
      creator: 'ada',
      metadata: { a: 1 },
    }),
    await hosted.upload(stream(drawing())),
    await hosted.upload(stream(new TextEncoder().encode(text)), { encoding: 'base64' }),
  ]
  expect(images[0]).toMatchObject({
    filename: 'a.svg',
    creator: 'ada',
    meta: { a: 1 },
    requireSignedURLs: false,
  })
  for (const { id } of images) {
    const bytes = await hosted.image(id).bytes()
    expect(new Uint8Array(await new Response(bytes as BodyInit).arrayBuffer())).toEqual(
      drawing(),
    )
  }
})

test('answers null and false where there is nothing, and throws a number for the rest', async () => {
  const { hosted } = account()
  const nothing = hosted.image('nothing')
  expect(await nothing.details()).toBeNull()
  expect(await nothing.bytes()).toBeNull()
  expect(await nothing.delete()).toBe(false)
  await expect(nothing.update({ creator: 'ada' })).rejects.toMatchObject({ code: 5404 })
  await expect(hosted.upload(new ArrayBuffer(5))).rejects.toMatchObject({ code: 5455 })
  await expect(hosted.createDirectUpload({ expiresIn: 119 })).rejects.toMatchObject({
    code: 5400,
  })
})

test('updates and deletes', async () => {
  const { hosted } = account()
  const { id } = await hosted.upload(drawing().buffer, { metadata: { a: 1, b: 2 } })
  expect(await hosted.image(id).update({ metadata: { b: 3 } })).toMatchObject({
    id,
    meta: { b: 3 },
  })
  expect(await hosted.image(id).details()).toMatchObject({ meta: { b: 3 } })
  expect(await hosted.image(id).delete()).toBe(true)
  expect(await hosted.image(id).details()).toBeNull()
})

test('lists the oldest first, by pages, by creator and by metadata', async () => {
  const { hosted } = account()
  for (const [at, creator] of ['ada', 'bob', 'ada', 'ada'].entries()) {
    await hosted.upload(drawing().buffer, {
      id: `image-${at}`,
      creator,
      metadata: { at, even: at % 2 === 0, name: `n${at}` },
    })
  }
  const ids = async (options?: Parameters<typeof hosted.list>[0]) =>
    (await hosted.list(options)).images.map(({ id }) => id)
  expect(await ids()).toEqual(['image-0', 'image-1', 'image-2', 'image-3'])
  expect(await ids({ sortOrder: 'desc', creator: 'ada' })).toEqual([
    'image-3',
    'image-2',
    'image-0',
  ])
  const { cursor, listComplete } = await hosted.list({ limit: 3 })
  expect(listComplete).toBe(false)
  expect(await hosted.list({ limit: 3, ...(cursor && { cursor }) })).toMatchObject({
    images: [{ id: 'image-3' }],
    listComplete: true,
  })
  expect(await ids({ filter: { metadata: { even: true } } })).toEqual([
    'image-0',
    'image-2',
  ])
  expect(await ids({ filter: { metadata: { at: { gte: 1, lt: 3 } } } })).toEqual([
    'image-1',
    'image-2',
  ])
  expect(await ids({ filter: { metadata: { name: { in: ['n0', 'n3'] } } } })).toEqual([
    'image-0',
    'image-3',
  ])
})

test('mints an upload URL for exactly as long as it is told', async () => {
  const { emulator, hosted, pass } = account()
  const post = async (url: string) =>
    (
      await emulator.fetch(url, {
        method: 'POST',
        body: formOf({ file: fileOf(drawing(), 'a.svg', 'image/svg+xml') }),
      })
    ).status
  const { id, uploadURL } = await hosted.createDirectUpload({ creator: 'ada' })
  expect(await hosted.image(id).details()).toMatchObject({ draft: true, creator: 'ada' })
  expect(await post(uploadURL)).toBe(200)
  for (const expiresIn of [120, 600, 21_600]) {
    const { uploadURL: url } = await hosted.createDirectUpload({ expiresIn })
    pass((expiresIn - 2) * 1000)
    expect(await post(url)).toBe(200)
  }
  const { uploadURL: late } = await hosted.createDirectUpload({ expiresIn: 600 })
  pass(600_000)
  expect(await post(late)).toBe(410)
})

test('signs URLs that the emulator takes', async () => {
  const { emulator, hosted, pass } = account()
  await emulator.seed({ variants: { card: { width: 10 } } })
  const { id } = await hosted.upload(drawing().buffer, { requireSignedURLs: true })
  const image = hosted.image(id)
  const status = async (url: string) => (await emulator.fetch(url)).status
  const forever = await image.signedUrl({ variant: 'card' })
  const short = await image.signedUrl({ variant: 'card', expiresIn: 60 })
  expect(await status(forever.replace(/\?.*/, ''))).toBe(403)
  expect([await status(forever), await status(short)]).toEqual([200, 200])
  pass(60_000)
  expect([await status(forever), await status(short)]).toEqual([200, 403])
  await expect(image.signedUrl({ variant: 'a/b' })).rejects.toMatchObject({ code: 5400 })
  await expect(
    image.signedUrl({ variant: 'card', expiresIn: 0.5 }),
  ).rejects.toMatchObject({ code: 5400 })
  await expect(
    image.signedUrl({ variant: 'card', keyName: 'other' }),
  ).rejects.toMatchObject({ code: 5404 })
})
