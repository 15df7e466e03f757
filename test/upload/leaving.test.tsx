import { waitFor } from '@testing-library/react'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { indexedDbQueue } from 'react-cloudflare-images'
import type { ImagesError, UploadOptions } from 'react-cloudflare-images'
import { createUploader } from '../../src/upload/createUploader.ts'
import { createWorld, png } from './world.ts'

afterEach(() => vi.unstubAllGlobals())

/** Whether the browser would ask before the page is left. */
const wouldAsk = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

const begin = async (options: UploadOptions = {}) => {
  const world = createWorld()
  const uploader = createUploader({ ...world.options, ...options })
  const ended = uploader.uploadAsync([png()])
  await waitFor(() => expect(world.sendings).toHaveLength(1))
  return { world, ended }
}

test('the browser asks before a page with unfinished uploads is left, and only then', async () => {
  expect(wouldAsk()).toBe(false)
  const { world, ended } = await begin()
  expect(wouldAsk()).toBe(true)
  world.sendings[0]!.succeed()
  await ended
  expect(wouldAsk()).toBe(false)
})

test('it does not where the app says so, nor where uploads are kept', async () => {
  const keeper = { keep: async () => {}, forget: async () => {}, restore: async () => [] }
  for (const options of [{ leaveGuard: false }, { persist: keeper }]) {
    const { world, ended } = await begin(options)
    expect(wouldAsk()).toBe(false)
    world.sendings[0]!.succeed()
    await ended
  }
})

test.each([
  ['private mode', undefined, 'not-supported'],
  [
    'a full disk',
    {
      open: () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      },
    },
    'quota-exceeded',
  ],
])(
  'in %s uploads go up all the same, and the app hears why none is kept, and a person is asked before they leave',
  async (_, indexedDB, code) => {
    vi.stubGlobal('indexedDB', indexedDB)
    const locks = { request: async () => {}, query: async () => ({ held: [] }) }
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'locks'))
    const errors: ImagesError[] = []
    const persist = indexedDbQueue({ onError: (error) => errors.push(error) })
    const { world, ended } = await begin({ persist })
    expect(wouldAsk()).toBe(true)
    world.sendings[0]!.succeed()
    const { succeeded } = await ended
    expect(succeeded).toHaveLength(1)
    expect(errors.map((error) => error.code)).toEqual([code])
  },
)
