import { afterEach, expect, test, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { indexedDbQueue } from 'react-cloudflare-images'
import type { ImagesError } from 'react-cloudflare-images'

afterEach(() => vi.restoreAllMocks())

const fileOf = (bytes: number) => new File([new Uint8Array(bytes)], 'a.png')
const mintOf = (id: string) => ({ id, uploadURL: `https://host.example/${id}` })

/** What the browser has, read without the library. */
const recordsOf = async (store: string): Promise<Record<string, unknown>[]> => {
  const opening = indexedDB.open('react-cloudflare-images')
  await new Promise((resolve) => (opening.onsuccess = resolve))
  const database = opening.result
  const reading = database.transaction(store).objectStore(store).getAll()
  await new Promise((resolve) => (reading.onsuccess = resolve))
  database.close()
  return reading.result
}

/** Playwright's, whose calls vitest does not name. */
interface Session {
  send: (method: string, given: object) => Promise<unknown>
}

test('a disk that is full is told once, and what was kept before is let go of all the same', async () => {
  const session = cdp() as unknown as Session
  const { origin } = location
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 })
  // Chromium remembers for half a minute how much room there was, where a test before has asked.
  await expect.poll(isFull, { timeout: 60_000, interval: 1_000 }).toBe(true)
  const errors: ImagesError[] = []
  const queue = indexedDbQueue({ onError: (error) => errors.push(error) })
  const [small, large] = [crypto.randomUUID(), crypto.randomUUID()]
  await queue.keep({ id: small, file: fileOf(1_000) })
  expect(errors).toEqual([])
  await queue.keep({ id: large, file: fileOf(3_000_000) })
  await queue.keep({ id: large, file: fileOf(3_000_000), mint: mintOf('one') })
  expect((await recordsOf('files')).map(({ id }) => id)).toEqual([small])
  await queue.forget(small)
  await queue.forget(large)
  expect(await recordsOf('files')).toEqual([])
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  expect(errors.map(({ code }) => code)).toEqual(['quota-exceeded'])
}, 90_000)

/** Whether a database of its own has no room for three megabytes. */
async function isFull(): Promise<boolean> {
  const name = crypto.randomUUID()
  const opened = indexedDB.open(name)
  opened.addEventListener('upgradeneeded', () => opened.result.createObjectStore('files'))
  await once(opened, 'success')
  const write = opened.result.transaction('files', 'readwrite')
  write.objectStore('files').put(fileOf(3_000_000), 'one')
  const end = await Promise.race([once(write, 'complete'), once(write, 'abort')])
  opened.result.close()
  indexedDB.deleteDatabase(name)
  return end === 'abort'
}

const once = async (target: EventTarget, type: string) =>
  new Promise<string>((resolve) => {
    target.addEventListener(type, () => resolve(type), { once: true })
  })

test('a file is written once, however often a URL is minted for it, and goes when it is stored', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  const queue = indexedDbQueue({ name: crypto.randomUUID() })
  const id = crypto.randomUUID()
  const file = fileOf(1_000)
  await queue.keep({ id, file, metadata: { album: 'sea' } })
  for (const image of ['one', 'two', 'three']) {
    await queue.keep({ id, file, mint: mintOf(image) })
  }
  const files = put.mock.calls.filter(([record]) => 'file' in record)
  expect(files).toHaveLength(1)
  const own = (record: Record<string, unknown>) => record['id'] === id
  const kept = (await recordsOf('files')).find(own)
  expect(kept).toMatchObject({ metadata: { album: 'sea' } })
  expect((kept!['file'] as File).size).toBe(1_000)
  const slip = (await recordsOf('slips')).find(own)
  expect(slip).toMatchObject({ mint: mintOf('three') })

  await queue.forget(id)
  expect((await recordsOf('files')).filter(own)).toEqual([])
  expect((await recordsOf('slips')).filter(own)).toEqual([])
})
