import { afterEach, expect, test, vi } from 'vitest'
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

test('a disk that is full is told once, and what was kept before is let go of all the same', async () => {
  fillDisk()
  const name = crypto.randomUUID()
  const errors: ImagesError[] = []
  const queue = indexedDbQueue({ name, onError: (error) => errors.push(error) })
  const [small, large] = [crypto.randomUUID(), crypto.randomUUID()]
  const kept = async () => {
    const ids = (await recordsOf('files')).map(({ id }) => id)
    return ids.filter((id) => id === small || id === large)
  }
  await queue.keep({ id: small, file: fileOf(1_000) })
  expect(errors).toEqual([])
  await queue.keep({ id: large, file: fileOf(3_000_000) })
  await queue.keep({ id: large, file: fileOf(3_000_000), mint: mintOf('one') })
  expect(await kept()).toEqual([small])
  await queue.forget(small)
  await queue.forget(large)
  expect(await kept()).toEqual([])
  expect(errors.map(({ code }) => code)).toEqual(['quota-exceeded'])
})

/**
 * Leaves no room for a megabyte, as Chromium was seen to say it with a quota of 100 kB: the write is taken, and its
 * transaction aborts when it ends. The quota itself cannot be used here, for Chromium remembers the room that there was.
 */
function fillDisk(): void {
  const { put } = IDBObjectStore.prototype
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    record: { file?: File },
    key?: IDBValidKey,
  ) {
    const { transaction } = this
    const request = put.call(this, record, key)
    if ((record.file?.size ?? 0) > 1e6) {
      const error = new DOMException('The disk is full.', 'QuotaExceededError')
      Object.defineProperty(transaction, 'error', { value: error })
      request.addEventListener('success', () => transaction.abort())
    }
    return request
  })
}

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

test('where tabs cannot tell that others live, as without https, nothing is kept and nobody takes what another sends', async () => {
  const name = crypto.randomUUID()
  const id = crypto.randomUUID()
  vi.spyOn(Navigator.prototype, 'locks', 'get').mockReturnValue(undefined as never)
  const errors: ImagesError[] = []
  const queue = indexedDbQueue({ name, onError: (error) => errors.push(error) })
  await queue.keep({ id, file: fileOf(1_000) })
  await queue.keep({ id, file: fileOf(1_000), mint: mintOf('one') })
  expect(errors.map(({ code }) => code)).toEqual(['not-supported'])
  expect(await queue.restore()).toEqual([])
  vi.restoreAllMocks()
  expect((await recordsOf('slips')).filter((record) => record['id'] === id)).toEqual([])
})
