import assert from 'node:assert/strict'
import type { HostedImagesClient } from 'react-cloudflare-images/server'

/** What a driver is tried on: an account of its own, empty at first. */
export interface ContractWorld {
  images: HostedImagesClient
  /** Sends a picture to a one-time upload URL. */
  send: (uploadURL: string) => Promise<Response>
  /** Fetches a delivery URL. */
  show: (url: string) => Promise<Response>
}

/** One thing that every driver does. */
export interface ContractClause {
  /** Whether Cloudflare's own simulator of the binding has it too. */
  inSimulator: boolean
  title: string
  run: (world: ContractWorld) => Promise<void>
}

/** One transparent pixel. */
export const pixel: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  (character) => character.charCodeAt(0),
)

const picture = () => new File([pixel], 'pixel.png', { type: 'image/png' })

/** What holds for every driver, wherever it runs; without a test runner, so that workerd can run it. */
export const clientContract: readonly ContractClause[] = [
  {
    inSimulator: true,
    title: 'uploads blobs, bytes and streams under their name, and gives the bytes back',
    run: async ({ images }) => {
      for (const bytes of [picture(), pixel, pixel.buffer, new Blob([pixel]).stream()]) {
        const { id } = await images.upload(bytes, {
          filename: 'a.png',
          creator: 'ada',
          metadata: { n: 1 },
        })
        const { filename, creator, meta } = await images.get(id)
        assert.deepEqual(
          { filename, creator, meta },
          { filename: 'a.png', creator: 'ada', meta: { n: 1 } },
        )
        const stored = await (await images.blob(id)).arrayBuffer()
        assert.deepEqual(new Uint8Array(stored), pixel)
      }
      assert.equal((await images.upload(picture())).filename, 'pixel.png')
    },
  },
  {
    inSimulator: true,
    title: 'says when an image was uploaded, as ISO 8601 with milliseconds',
    run: async ({ images }) => {
      const { uploaded } = await images.upload(picture())
      assert.equal(uploaded, new Date(uploaded).toISOString())
      assert.ok(Math.abs(Date.parse(uploaded) - Date.now()) < 60_000, uploaded)
    },
  },
  {
    inSimulator: true,
    title: 'lists by pages until there is no cursor',
    run: async ({ images }) => {
      const ids = []
      for (const _ of [1, 2, 3]) ids.push((await images.upload(picture())).id)
      const first = await images.list({ limit: 2 })
      assert.equal(first.images.length, 2)
      const second = await images.list({ limit: 2, cursor: first.cursor })
      assert.deepEqual([second.images.length, second.cursor], [1, undefined])
      const all = []
      for await (const { id } of images.listAll({ limit: 1 })) all.push(id)
      assert.deepEqual(all.toSorted(), ids.toSorted())
    },
  },
  {
    inSimulator: true,
    title: 'edits by replacing what is named',
    run: async ({ images }) => {
      const { id } = await images.upload(picture(), {
        creator: 'ada',
        metadata: { a: 1, b: 2 },
      })
      await images.update(id, { metadata: { c: 3 } })
      assert.deepEqual((await images.get(id)).meta, { c: 3 })
      await images.update(id, { creator: 'bob' })
      const { meta, creator } = await images.get(id)
      assert.deepEqual([meta, creator], [{ c: 3 }, 'bob'])
    },
  },
  {
    inSimulator: true,
    title: 'deletes, also what is already gone, and says what is not there',
    run: async ({ images }) => {
      const { id } = await images.upload(picture())
      await images.delete(id)
      await images.delete(id)
      await rejects(images.get(id), 'not-found')
      await rejects(images.blob(id), 'not-found')
    },
  },
  {
    inSimulator: true,
    title: 'keeps custom ids with slashes',
    run: async ({ images }) => {
      await images.upload(picture(), { id: 'ada/a b%.png' })
      assert.equal((await images.get('ada/a b%.png')).id, 'ada/a b%.png')
    },
  },
  {
    inSimulator: true,
    title: 'refuses alike what cannot be, without a call',
    run: async ({ images }) => {
      await rejects(images.get('keys'), 'invalid-id')
      await rejects(images.delete('..'), 'invalid-id')
      const access = { requireSignedURLs: true }
      await rejects(images.update('a/b', access), 'custom-id-cannot-be-private')
      await rejects(images.signUrl('a/b', 'public'), 'custom-id-cannot-be-private')
      await rejects(images.list({ signal: AbortSignal.abort() }), 'aborted')
    },
  },
  {
    inSimulator: false,
    title: 'refuses what is no picture, an id that is taken, and a change of nothing',
    run: async ({ images }) => {
      await images.upload(picture(), { id: 'a/b' })
      await rejects(images.upload(new Blob(['no picture'])), 'unsupported-type')
      await rejects(images.upload(picture(), { id: 'a/b' }), 'conflict')
      const missing = '00000000-0000-4000-0000-000000000000'
      await rejects(images.update(missing, {}), 'not-found')
    },
  },
  {
    inSimulator: false,
    title: 'mints, shows the draft, and never lists it',
    run: async ({ images, send }) => {
      const options = { creator: 'ada', expiresIn: 600 }
      const { id, uploadURL } = await images.createDirectUpload(options)
      const { draft, creator } = await images.get(id)
      assert.deepEqual([draft, creator], [true, 'ada'])
      assert.deepEqual(await images.list(), { images: [] })
      assert.equal((await send(uploadURL)).status, 200)
      assert.equal((await images.get(id)).draft, undefined)
      assert.equal((await images.list()).images.length, 1)
    },
  },
  {
    inSimulator: false,
    title: 'lists newest first, whose and of what kind',
    run: async ({ images }) => {
      const ids: string[] = []
      for (const [creator, stars] of [
        ['ada', 1],
        ['bob', 2],
        ['ada', 3],
      ] as const) {
        const metadata = { stars, kind: `k${stars}` }
        ids.push((await images.upload(picture(), { creator, metadata })).id)
      }
      const found = async (query: Parameters<typeof images.list>[0]) =>
        (await images.list(query)).images.map(({ id }) => ids.indexOf(id))
      assert.deepEqual(await found({}), [2, 1, 0])
      assert.deepEqual(await found({ sort: 'oldest' }), [0, 1, 2])
      assert.deepEqual(await found({ creator: 'ada' }), [2, 0])
      assert.deepEqual(await found({ meta: { 'stars[gte]': 2 } }), [2, 1])
      const between = { 'stars[gt]': '1', 'stars[lt:number]': '3' }
      assert.deepEqual(await found({ meta: between }), [1])
      assert.deepEqual(await found({ meta: { kind: 'k1' } }), [0])
      assert.deepEqual(await found({ meta: { 'kind[in:string]': 'k1|k3' } }), [2, 0])
    },
  },
  {
    inSimulator: false,
    title: 'signs URLs of private images, which are not shown without',
    run: async ({ images, show }) => {
      const { id } = await images.upload(picture(), { requireSignedURLs: true })
      const url = await images.signUrl(id, 'public', { expiresIn: 3600 })
      assert.match(new URL(url).search, /^\?exp=\d+&sig=[\da-f]{64}$/)
      assert.equal((await show(url)).status, 200)
      assert.equal((await show(url.split('?')[0] ?? '')).status, 403)
    },
  },
]

async function rejects(call: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(call, { name: 'ImagesError', code })
}
