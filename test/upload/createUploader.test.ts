import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ImagesError } from 'react-cloudflare-images'
import type { SettledUploads, UploadOptions } from 'react-cloudflare-images'
import { createUploader } from '../../src/upload/createUploader.ts'
import type { Uploader } from '../../src/upload/Uploader.ts'
import type { KeptUpload } from '../../src/upload/UploadKeeper.ts'
import { createWorld, envelope, failure, png } from './world.ts'
import type { World } from './world.ts'

let world: World
// Loaded beforehand, so that the tests count events and not the reading of a module.
beforeAll(async () => {
  await import('../../src/upload/createEngine.ts')
  await import('../../src/upload/stripLocation.ts')
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  world = createWorld()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const make = (options: UploadOptions = {}) =>
  createUploader({ ...world.options, ...options })
/** Lets files be read and promises settle; no time passes. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    await vi.advanceTimersByTimeAsync(0)
  }
}
const pass = async (milliseconds: number) => {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await settle()
}
const statuses = (uploader: Uploader) =>
  uploader.getState().uploads.map(({ status }) => status)
const first = (uploader: Uploader) => {
  const id = uploader.getState().uploads[0]!.id
  return uploader.getUpload(id)!
}

test('an upload goes from its file to a stored image', async () => {
  const uploader = make()
  const seen: string[] = []
  uploader.subscribe(() => {
    const status = first(uploader).status
    if (seen.at(-1) !== status) seen.push(status)
  })
  uploader.upload([png('a.png', { width: 640, height: 480 })])
  await settle()
  world.sendings[0]!.onProgress(10, 20)
  world.sendings[0]!.onProgress(20, 20)
  world.sendings[0]!.succeed()
  await settle()
  expect(seen).toEqual([
    'preparing',
    'queued',
    'preparing',
    'requesting',
    'uploading',
    'processing',
    'success',
  ])
  expect(first(uploader)).toMatchObject({
    status: 'success',
    imageId: 'image-1',
    image: { id: 'image-1', filename: 'a.png' },
    width: 640,
    height: 480,
    type: 'image/png',
  })
})

test('the size of the picture is sent when its URL is minted', async () => {
  const requestUpload = vi.fn<NonNullable<UploadOptions['requestUpload']>>(
    world.options.requestUpload,
  )
  make({ requestUpload, metadata: { album: 'a' } }).upload(
    [png('a.png', { width: 6, height: 4 })],
    {
      metadata: { tag: 'b' },
    },
  )
  await settle()
  expect(requestUpload).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      filename: 'a.png',
      type: 'image/png',
      size: 45,
      attempt: 1,
      facts: { w: 6, h: 4 },
      metadata: { album: 'a', tag: 'b' },
    }),
  )
})

describe('the queue', () => {
  test('no URL is minted before a slot is free', async () => {
    const uploader = make({ concurrency: 2 })
    uploader.upload([png('a.png'), png('b.png'), png('c.png')])
    await settle()
    expect(world.minted).toEqual(['image-1', 'image-2'])
    expect(statuses(uploader)).toEqual(['uploading', 'uploading', 'queued'])
    world.sendings[1]!.succeed()
    await settle()
    expect(world.minted).toHaveLength(3)
    expect(world.sendings[2]!.file.name).toBe('c.png')
  })

  test('one that fails holds up no other', async () => {
    const uploader = make({ concurrency: 1, retry: false })
    uploader.upload([png('a.png'), png('b.png')])
    await settle()
    world.sendings[0]!.answer(
      415,
      'ERROR 5455: Uploaded image must have image/jpeg content-type',
    )
    await settle()
    world.sendings[1]!.succeed()
    await settle()
    expect(statuses(uploader)).toEqual(['error', 'success'])
  })

  test('reordering decides who is next', async () => {
    const uploader = make({ concurrency: 1 })
    const [a, b, c] = uploader.upload([png('a.png'), png('b.png'), png('c.png')])
    await settle()
    uploader.reorder([c!.id, a!.id])
    expect(uploader.getState().uploads.map(({ id }) => id)).toEqual([c!.id, a!.id, b!.id])
    world.sendings[0]!.succeed()
    await settle()
    expect(world.sendings[1]!.file.name).toBe('c.png')
  })

  test('with autoStart false nothing is sent before resume', async () => {
    const uploader = make({ autoStart: false })
    uploader.upload([png()])
    await settle()
    expect(statuses(uploader)).toEqual(['paused'])
    expect(world.minted).toEqual([])
    uploader.resume()
    await settle()
    expect(statuses(uploader)).toEqual(['uploading'])
  })
})

describe('what is refused', () => {
  const errorOf = async (file: File, options: UploadOptions = {}) => {
    const uploader = make(options)
    uploader.upload([file])
    await settle()
    const upload = first(uploader)
    expect(upload.status).toBe('rejected')
    expect(world.minted).toEqual([])
    return upload.status === 'rejected' ? upload.error.code : undefined
  }

  test('an empty file', async () => {
    expect(await errorOf(new File([], 'a.png'))).toBe('file-empty')
  })
  test('a file of 10 MB and one byte', async () => {
    const file = new File([new Uint8Array(10_000_001)], 'a.png')
    expect(await errorOf(file)).toBe('file-too-large')
  })
  test('a text that is named like a picture', async () => {
    const file = new File(['hello, I am no picture'], 'a.png', { type: 'image/png' })
    expect(await errorOf(file)).toBe('unsupported-type')
  })
  test('a picture of a type that is not asked for', async () => {
    expect(await errorOf(png(), { accept: ['image/jpeg'] })).toBe('unsupported-type')
  })
  test('what the app refuses, for its reason', async () => {
    const validate: UploadOptions['validate'] = (_, { width }) =>
      width === 3 ? { code: 'too-many-pixels', message: 'no threes' } : null
    expect(await errorOf(png(), { validate })).toBe('too-many-pixels')
  })
  test('a file on which the app’s own check fails', async () => {
    const validate = () => {
      throw new Error('oops')
    }
    expect(await errorOf(png(), { validate })).toBe('rejected-by-app')
  })
  test('a file that cannot be read any more', async () => {
    const file = png()
    file.slice = () => {
      throw new DOMException('gone', 'NotReadableError')
    }
    expect(await errorOf(file)).toBe('unreadable-file')
  })
  test('the others beside it are taken', async () => {
    const uploader = make()
    uploader.upload([
      new File([], 'empty.png'),
      png('a.png'),
      new File(['text'], 'b.png'),
    ])
    await settle()
    expect(statuses(uploader)).toEqual(['rejected', 'uploading', 'rejected'])
  })
})

describe('too many files', () => {
  const drop = () => [
    png('a.png'),
    new File(['no picture'], 'b.png'),
    png('c.png'),
    png('d.png'),
  ]

  test('the first that are pictures are taken', async () => {
    const uploader = make({ maxFiles: 2 })
    uploader.upload(drop())
    await settle()
    expect(statuses(uploader)).toEqual(['uploading', 'rejected', 'uploading', 'rejected'])
    expect(uploader.getState().uploads[3]).toMatchObject({
      error: { code: 'too-many-files' },
    })
  })

  test('or none, as the app wishes', async () => {
    const uploader = make({ maxFiles: 2, overflow: 'reject-all' })
    uploader.upload(drop())
    await settle()
    expect(statuses(uploader)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  })

  test('those that are here already count', async () => {
    const uploader = make({ maxFiles: 2 })
    uploader.upload([png()])
    await settle()
    uploader.upload([png(), png()])
    await settle()
    expect(statuses(uploader)).toEqual(['uploading', 'uploading', 'rejected'])
  })
})

describe('exactly once', () => {
  test('every attempt has a URL of its own', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.answer(503, 'busy')
    await settle()
    expect(first(uploader)).toMatchObject({ status: 'queued', waitsFor: 'retry' })
    await pass(10_000)
    expect(world.sendings.map(({ url }) => url)).toEqual([
      'https://upload.example/image-1',
      'https://upload.example/image-2',
    ])
  })

  test('a picture that was stored before the connection was cut is not sent again', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.storeAndCut()
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toEqual(['image-1'])
    expect(world.asked).toEqual(['image-1'])
  })

  test('nor is it when the draft flag follows three seconds late', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.stale = true
    world.sendings[0]!.storeAndCut()
    await pass(3_000)
    world.stale = false
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toEqual(['image-1'])
  })

  test('a picture that was not stored is sent again, after the backend was asked', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.cut()
    await pass(10_000)
    expect(world.asked).toContain('image-1')
    expect(world.minted).toEqual(['image-1', 'image-2'])
    world.sendings[1]!.succeed()
    await settle()
    expect(statuses(uploader)).toEqual(['success'])
  })

  test('a URL that was used may mean that it had worked', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.stored.add('image-1')
    world.sendings[0]!.answer(409, 'Upload link already used')
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toHaveLength(1)
  })

  test('unless it is another picture that is there', async () => {
    const uploader = make({ checkUpload: async (id) => ({ id, filename: 'theirs.png' }) })
    uploader.upload([png('ours.png')])
    await settle()
    world.sendings[0]!.answer(409, 'Upload link already used')
    await pass(10_000)
    expect(world.minted).toHaveLength(2)
  })

  test('the last attempt is asked after too', async () => {
    const uploader = make({ retry: false })
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.storeAndCut()
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
  })

  test('without anybody to ask the outcome is unknown, and only a person sends it again', async () => {
    const uploader = make({ checkUpload: undefined })
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.cut()
    await pass(60_000)
    expect(first(uploader)).toMatchObject({
      status: 'error',
      error: { code: 'outcome-unknown' },
    })
    expect(world.minted).toHaveLength(1)
    uploader.retry(first(uploader).id)
    await settle()
    expect(world.minted).toHaveLength(2)
  })

  test('a backend that cannot find the draft cannot tell', async () => {
    const uploader = make({ retry: false })
    world.askFailures.push(new ImagesError('not-found', 'no such route'))
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.cut()
    await pass(10_000)
    expect(first(uploader)).toMatchObject({ error: { code: 'outcome-unknown' } })
  })

  test('who asks is asked again while the network is down', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.askFailures.push(new ImagesError('network', 'down'))
    world.sendings[0]!.storeAndCut()
    await pass(20_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toHaveLength(1)
    expect(world.asked).toHaveLength(2)
  })

  test('a cancelled upload that had arrived is not sent again', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    const { id } = first(uploader)
    world.sendings[0]!.onProgress(20, 20)
    world.stored.add('image-1')
    uploader.cancel(id)
    await settle()
    expect(statuses(uploader)).toEqual(['aborted'])
    uploader.retry(id)
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toHaveLength(1)
  })

  test('nor is it where a person pauses and goes on in one moment, while the draft flag is late', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    await pass(10_000)
    world.stored.add('image-1')
    world.stale = true
    uploader.pause()
    uploader.resume()
    await pass(3_000)
    world.stale = false
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toEqual(['image-1'])
  })

  test('nor where it is cancelled after the host has said that it is stored', async () => {
    let answer = (_: { id: string }) => {}
    const checkUpload = () => new Promise<{ id: string }>((resolve) => (answer = resolve))
    const uploader = make({ checkUpload })
    uploader.upload([png()])
    await settle()
    const { id } = first(uploader)
    world.sendings[0]!.answer(200, { id: 'image-1', success: true })
    await settle()
    uploader.cancel(id)
    await settle()
    expect(statuses(uploader)).toEqual(['aborted'])
    uploader.retry(id)
    await settle()
    answer({ id: 'image-1' })
    await pass(10_000)
    expect(first(uploader)).toMatchObject({ status: 'success', imageId: 'image-1' })
    expect(world.minted).toEqual(['image-1'])
  })

  test('a clock that is set back by an hour makes nobody wait for an hour', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.cut()
    await settle()
    vi.setSystemTime(Date.now() - 3_600_000)
    await pass(10_000)
    expect(world.minted).toEqual(['image-1', 'image-2'])
  })

  test('nor does one that is set forward make a late draft flag believed', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.stale = true
    world.sendings[0]!.storeAndCut()
    await settle()
    vi.setSystemTime(Date.now() + 3_600_000)
    await pass(3_000)
    world.stale = false
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success'])
    expect(world.minted).toEqual(['image-1'])
  })

  test('what was reserved before a pause is not taken for what is reserved after it', async () => {
    const kept: (() => void)[] = []
    const persist = {
      keep: ({ mint }: KeptUpload) =>
        mint ? new Promise<void>((resolve) => kept.push(resolve)) : Promise.resolve(),
      forget: async () => {},
      restore: async () => [],
    }
    const uploader = make({ persist })
    uploader.upload([png()])
    await settle()
    uploader.pause()
    uploader.resume()
    await settle()
    expect(world.minted).toEqual(['image-1', 'image-2'])
    kept[0]!()
    await settle()
    expect(statuses(uploader)).toEqual(['requesting'])
    kept[1]!()
    await settle()
    expect(first(uploader)).toMatchObject({ status: 'uploading', imageId: 'image-2' })
    expect(world.sendings.map(({ id }) => id)).toEqual(['image-2'])
    world.sendings[0]!.storeAndCut()
    await pass(10_000)
    expect(first(uploader)).toMatchObject({ status: 'success', imageId: 'image-2' })
  })

  test('an answer about another picture is an error', async () => {
    const uploader = make()
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.answer(200, envelope({ id: 'other' }))
    await settle()
    expect(first(uploader)).toMatchObject({
      status: 'error',
      error: { code: 'id-mismatch' },
    })
  })
})

describe('another way', () => {
  const image = {
    id: 'by-backend',
    filename: 'dot.png',
    uploaded: '2026-11-22T00:00:00.000Z',
    requireSignedURLs: false,
    meta: {},
  }

  test('is taken when the upload host is down, and only once it is known that nothing arrived', async () => {
    const fallback = vi.fn<NonNullable<UploadOptions['fallback']>>(async () => image)
    const uploader = make({ retry: false, fallback })
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.answer(415, failure(5550, 'Internal error'))
    await settle()
    expect(world.asked).toEqual(['image-1'])
    expect(fallback).not.toHaveBeenCalled()
    await pass(10_000)
    expect(fallback).toHaveBeenCalledOnce()
    expect(first(uploader)).toMatchObject({
      status: 'success',
      imageId: 'by-backend',
      via: 'fallback',
    })
  })

  test('is said while it is taken', async () => {
    const uploader = make({ retry: false, fallback: () => new Promise(() => {}) })
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.answer(503, '')
    await pass(10_000)
    expect(first(uploader)).toMatchObject({ status: 'requesting', via: 'fallback' })
  })

  test.each([
    ['forbidden', 'forbidden'],
    ['network', 'outcome-unknown'],
  ] as const)('that fails as %s names both failures', async (code, ends) => {
    const fallback = async () => {
      throw new ImagesError(code, 'The backend is down too.')
    }
    const uploader = make({ retry: false, fallback })
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.answer(503, '')
    await pass(10_000)
    const { error } = first(uploader) as { error: ImagesError }
    expect(error).toMatchObject({ code: ends, retryable: false })
    expect(error.message).toContain('upload-host-unavailable')
    expect(error.message).toMatch(/fallback failed too/)
  })

  test('is not taken for a picture that had arrived, nor for one that was refused', async () => {
    const fallback = vi.fn<NonNullable<UploadOptions['fallback']>>(async () => image)
    const uploader = make({ retry: false, fallback })
    uploader.upload([png('a.png'), png('b.png')])
    await settle()
    world.sendings[0]!.storeAndCut()
    world.sendings[1]!.answer(413, '')
    await pass(10_000)
    expect(statuses(uploader)).toEqual(['success', 'error'])
    expect(fallback).not.toHaveBeenCalled()
  })
})

describe('what is tried again', () => {
  test('a mint that failed, three times and no more', async () => {
    const uploader = make()
    for (let at = 0; at < 9; at++)
      world.mintFailures.push(new ImagesError('server-error', 'down'))
    uploader.upload([png()])
    await pass(120_000)
    expect(first(uploader)).toMatchObject({
      status: 'error',
      attempt: 4,
      error: { code: 'server-error' },
    })
    expect(world.mintFailures).toHaveLength(5)
  })

  test.each([
    'unauthorized',
    'forbidden',
    'endpoint-not-found',
    'invalid-request',
  ] as const)('never %s', async (code) => {
    const uploader = make()
    world.mintFailures.push(new ImagesError(code, 'no'))
    uploader.upload([png()])
    await pass(60_000)
    expect(first(uploader)).toMatchObject({ status: 'error', error: { code } })
    expect(world.minted).toEqual([])
  })

  test('not before Retry-After says', async () => {
    const uploader = make()
    world.mintFailures.push(
      new ImagesError('rate-limited', 'slow down', { retryAfter: 40 }),
    )
    uploader.upload([png()])
    await settle()
    await pass(39_000)
    expect(world.minted).toEqual([])
    await pass(1_500)
    expect(world.minted).toHaveLength(1)
  })

  test('not at once where it says more than a timer can hold, nor where the app says never', async () => {
    const months = new ImagesError('rate-limited', 'later', { retryAfter: 9_999_999 })
    for (const retryDelay of [undefined, Infinity]) {
      world = createWorld()
      world.mintFailures.push(months)
      const uploader = make({ retryDelay })
      uploader.upload([png()])
      await settle()
      await pass(60_000)
      expect(first(uploader)).toMatchObject({ status: 'queued', waitsFor: 'retry' })
      expect(world.minted).toEqual([])
      uploader.reset()
    }
  })

  test('as the app says', async () => {
    const retry = vi.fn<(count: number) => boolean>((count) => count < 2)
    const uploader = make({ retry, retryDelay: 5 })
    for (let at = 0; at < 9; at++)
      world.mintFailures.push(new ImagesError('network', 'down'))
    uploader.upload([png()])
    await settle()
    await pass(100)
    expect(retry.mock.calls.map(([count]) => count)).toEqual([1, 2])
  })

  test('by a person, one or all that failed', async () => {
    const uploader = make({ retry: false })
    const refused = () => new ImagesError('forbidden', 'no')
    world.mintFailures.push(refused(), refused())
    const [a] = uploader.upload([png(), png()])
    await settle()
    expect(statuses(uploader)).toEqual(['error', 'error'])
    uploader.retry(a!.id)
    await settle()
    expect(statuses(uploader)).toEqual(['uploading', 'error'])
    uploader.retry()
    await settle()
    expect(statuses(uploader)).toEqual(['uploading', 'uploading'])
  })

  test('a silent host, after a minute without progress', async () => {
    const uploader = make({ retry: false })
    uploader.upload([png()])
    await settle()
    await pass(59_000)
    world.sendings[0]!.onProgress(1, 20)
    await pass(59_000)
    expect(statuses(uploader)).toEqual(['uploading'])
    await pass(10_000)
    expect(first(uploader)).toMatchObject({ status: 'error', error: { code: 'timeout' } })
    expect(world.sendings[0]!.signal.aborted).toBe(true)
  })
})

describe('the answers of the upload host', () => {
  test.each([
    [413, '', 'file-too-large'],
    [
      415,
      'ERROR 5455: Uploaded image must have image/jpeg content-type',
      'unsupported-type',
    ],
    [422, failure(5443, 'too many pixels'), 'too-many-pixels'],
    [413, failure(5413, 'too large'), 'file-too-large'],
    [200, failure(5455, 'no'), 'unsupported-type'],
    [415, failure(5550, 'Internal error'), 'upload-host-unavailable'],
    [503, 'Service Unavailable', 'upload-host-unavailable'],
    [404, 'unknown', 'upload-url-expired'],
    [410, 'expired', 'upload-url-expired'],
    [409, 'used', 'upload-url-used'],
    [200, '<html>login</html>', 'bad-response'],
    [200, { success: false, errors: [] }, 'image-refused'],
  ] as const)('%i %j is %s', async (status, body, code) => {
    const uploader = make({ retry: false })
    uploader.upload([png()])
    await settle()
    world.sendings[0]!.answer(status, body)
    await pass(10_000)
    expect(first(uploader)).toMatchObject({ status: 'error', error: { code } })
  })

  test('the short answer of local tools is a success', async () => {
    const uploader = make()
    uploader.upload([png('a.png')])
    await settle()
    world.stored.add('image-1')
    world.sendings[0]!.answer(200, { id: 'image-1', success: true })
    await settle()
    expect(first(uploader)).toMatchObject({
      status: 'success',
      image: { id: 'image-1', filename: 'a.png' },
    })
  })
})

describe('progress', () => {
  test('never falls, and is not whole before it is true', async () => {
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) =>
      setTimeout(callback, 16),
    )
    const uploader = make({ retryDelay: 0 })
    uploader.upload([png()])
    await settle()
    const progress = () => {
      const upload = first(uploader)
      return 'progress' in upload ? upload.progress : undefined
    }
    expect(first(uploader)).toMatchObject({ indeterminate: true, progress: 0 })
    world.sendings[0]!.onProgress(60, 100)
    expect(first(uploader)).toMatchObject({ indeterminate: false, progress: 0.6 })
    world.sendings[0]!.onProgress(40, 100)
    expect(progress()).toBe(0.6)
    world.sendings[0]!.answer(503, 'busy')
    await pass(10_000)
    world.sendings[1]!.onProgress(10, 100)
    expect(progress()).toBe(0.6)
    world.sendings[1]!.onProgress(99.9, 100)
    expect(progress()).toBe(0.99)
    world.sendings[1]!.onProgress(100, 100)
    expect(first(uploader).status).toBe('processing')
  })

  test('without upload events it is indeterminate, and ends all the same', async () => {
    const uploader = make()
    const seen: string[] = []
    uploader.subscribe(() => seen.push(first(uploader).status))
    uploader.upload([png()])
    await settle()
    expect(first(uploader)).toMatchObject({ status: 'uploading', indeterminate: true })
    world.sendings[0]!.succeed()
    await settle()
    expect(seen.slice(-2)).toEqual(['processing', 'success'])
  })

  test('keeps the list as it is, and tells of bytes once per frame', async () => {
    const frames: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) =>
      frames.push(callback),
    )
    const onProgress = vi.fn<() => void>()
    const uploader = make({ onProgress })
    uploader.upload([png(), png()])
    await settle()
    const { uploads } = uploader.getState()
    const listener = vi.fn<() => void>()
    uploader.subscribe(listener)
    for (const { onProgress: moved } of world.sendings) {
      for (let byte = 1; byte < 20; byte++) moved(byte, 45)
    }
    expect(frames).toHaveLength(1)
    frames[0]!()
    expect(listener).toHaveBeenCalledTimes(1)
    expect(onProgress).toHaveBeenCalledTimes(2)
    expect(uploader.getState().uploads).toBe(uploads)
    expect(uploader.getState().progress).toMatchObject({ loaded: 38, total: 90 })
  })
})

describe('cancel, pause, remove', () => {
  test('a cancelled upload is aborted, not failed', async () => {
    const onError = vi.fn<() => void>()
    const uploader = make({ onError })
    const [a] = uploader.upload([png(), png()])
    await settle()
    uploader.cancel(a!.id)
    await settle()
    expect(statuses(uploader)).toEqual(['aborted', 'uploading'])
    expect(world.sendings[0]!.signal.aborted).toBe(true)
    expect(onError).not.toHaveBeenCalled()
  })

  test('so is one whose preparation never ends, and its slot is free for the next', async () => {
    const prepare = [
      async ({ file }: { file: File }) =>
        file.name === 'asks.png' ? new Promise<never>(() => {}) : undefined,
    ]
    const uploader = make({ prepare, concurrency: 1 })
    uploader.upload([png('asks.png'), png('next.png')])
    await settle()
    expect(statuses(uploader)).toEqual(['preparing', 'queued'])
    uploader.cancel(first(uploader).id)
    await settle()
    expect(statuses(uploader)).toEqual(['aborted', 'uploading'])
  })

  test('cancelling all frees the slots', async () => {
    const uploader = make({ concurrency: 1 })
    uploader.upload([png(), png()])
    await settle()
    uploader.cancel()
    await settle()
    expect(statuses(uploader)).toEqual(['aborted', 'aborted'])
    uploader.upload([png()])
    await settle()
    expect(statuses(uploader)).toEqual(['aborted', 'aborted', 'uploading'])
  })

  test('a pause stops what is leaving and lets end what has left', async () => {
    const uploader = make({ concurrency: 2 })
    uploader.upload([png('a.png'), png('b.png'), png('c.png')])
    await settle()
    world.sendings[0]!.onProgress(45, 45)
    uploader.pause()
    await settle()
    expect(statuses(uploader)).toEqual(['processing', 'paused', 'paused'])
    expect(uploader.getState()).toMatchObject({ isPaused: true, status: 'paused' })
    world.sendings[0]!.succeed()
    await settle()
    expect(statuses(uploader)).toEqual(['success', 'paused', 'paused'])
    uploader.resume()
    await pass(5_000)
    expect(statuses(uploader)).toEqual(['success', 'uploading', 'uploading'])
    expect(new Set(world.minted).size).toBe(4)
  })

  test('removing takes the row away and the upload with it', async () => {
    const uploader = make()
    const [a] = uploader.upload([png(), png()])
    await settle()
    uploader.remove(a!.id)
    expect(statuses(uploader)).toEqual(['uploading'])
    expect(world.sendings[0]!.signal.aborted).toBe(true)
    expect(uploader.getUpload(a!.id)).toBeUndefined()
  })

  test('a reset forgets everything', async () => {
    const uploader = make()
    uploader.upload([png(), png()])
    await settle()
    uploader.reset()
    expect(uploader.getState()).toMatchObject({
      uploads: [],
      status: 'idle',
      isPending: false,
    })
    expect(world.sendings.every(({ signal }) => signal.aborted)).toBe(true)
  })
})

describe('offline', () => {
  test('uploads wait for the network and say so', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const target = new EventTarget()
    vi.stubGlobal('addEventListener', target.addEventListener.bind(target))
    vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target))
    const uploader = make()
    uploader.upload([png()])
    await settle()
    expect(first(uploader)).toMatchObject({ status: 'queued', waitsFor: 'network' })
    expect(world.minted).toEqual([])
    vi.stubGlobal('navigator', { onLine: true })
    target.dispatchEvent(new Event('online'))
    await settle()
    expect(statuses(uploader)).toEqual(['uploading'])
  })
})

describe('what the app hears', () => {
  test('uploadAsync resolves with every end there is, and never rejects', async () => {
    const uploader = make({ retry: false })
    const ended = uploader.uploadAsync([
      png('a.png'),
      png('b.png'),
      new File([], 'c.png'),
      png('d.png'),
    ])
    await settle()
    world.sendings[0]!.succeed()
    world.sendings[1]!.answer(413, '')
    uploader.cancel(uploader.getState().uploads[3]!.id)
    const { succeeded, failed, aborted } = await ended
    expect(succeeded.map(({ name }) => name)).toEqual(['a.png'])
    expect(failed.map(({ name }) => name).toSorted()).toEqual(['b.png', 'c.png'])
    expect(aborted.map(({ name }) => name)).toEqual(['d.png'])
  })

  test('uploadAsync of nothing, and of what is refused at once, resolves too', async () => {
    const uploader = make()
    expect(await uploader.uploadAsync([])).toEqual({
      succeeded: [],
      failed: [],
      aborted: [],
    })
    const { failed } = await uploader.uploadAsync([new File([], 'a.png')])
    expect(failed).toHaveLength(1)
  })

  test('onSettled comes once, when nothing is left to do', async () => {
    const settled: SettledUploads[] = []
    const uploader = make({ onSettled: (all) => settled.push(all) })
    uploader.upload([png('a.png')])
    uploader.upload([png('b.png')])
    await settle()
    world.sendings[0]!.succeed()
    await settle()
    expect(settled).toEqual([])
    world.sendings[1]!.succeed()
    await settle()
    expect(settled).toHaveLength(1)
    expect(settled[0]!.succeeded).toHaveLength(2)
  })

  test('a callback that throws loses no upload', async () => {
    const onSuccess = () => {
      throw new Error('the app’s own')
    }
    const uploader = make({ onSuccess, concurrency: 1 })
    uploader.upload([png(), png()])
    await settle()
    world.sendings[0]!.succeed()
    await expect(settle()).rejects.toThrow('the app’s own')
    await settle()
    world.sendings[1]!.succeed()
    await settle().catch(() => {})
    expect(statuses(uploader)).toEqual(['success', 'success'])
  })
})

describe('hold', () => {
  test('letting go and taking hold again at once ends nothing', async () => {
    const uploader = make()
    uploader.hold(() => {})()
    const release = uploader.hold(() => {})
    uploader.upload([png()])
    await settle()
    expect(statuses(uploader)).toEqual(['uploading'])
    release()
    await pass(10)
    expect(statuses(uploader)).toEqual(['aborted'])
  })

  test('with onUnmount continue the uploads go on', async () => {
    const uploader = make({ onUnmount: 'continue' })
    const release = uploader.hold(() => {})
    uploader.upload([png()])
    await settle()
    release()
    await pass(10)
    expect(statuses(uploader)).toEqual(['uploading'])
  })
})

describe('of many files that a drop brings', () => {
  const many = () => Array.from({ length: 50 }, (_, at) => png(`${at}.png`))
  const names = (uploader: Uploader) =>
    uploader.getState().uploads.map(({ name }) => name)

  test('the first is there at once, and the others before any of them is sent', async () => {
    const read = vi.spyOn(Blob.prototype, 'size', 'get')
    const files = many()
    const uploader = make()
    uploader.take(files)
    // A browser asks the disk for each size, and nothing is painted meanwhile.
    expect(read.mock.calls.length).toBeLessThan(4)
    read.mockRestore()
    expect(names(uploader)).toEqual(['0.png'])
    expect(world.sendings).toHaveLength(0)
    await pass(100)
    expect(names(uploader)).toEqual(files.map(({ name }) => name))
    expect(world.sendings).toHaveLength(3)
  })

  test('few are there at once, all of them', () => {
    const uploader = make()
    uploader.take(many().slice(0, 4))
    expect(names(uploader)).toEqual(['0.png', '1.png', '2.png', '3.png'])
  })

  test('all are there in a hidden tab too, where there are no frames', async () => {
    vi.stubGlobal('requestAnimationFrame', () => 0)
    const uploader = make()
    uploader.take(many())
    await pass(1_000)
    expect(names(uploader)).toHaveLength(50)
  })

  test.each(['cancel', 'reset'] as const)(
    '%s means all, the last one too',
    async (stop) => {
      const settled = vi.fn<(settled: SettledUploads) => void>()
      const uploader = make({ onSettled: settled })
      uploader.take(many())
      uploader[stop]()
      await pass(2_000)
      expect(world.sendings).toHaveLength(0)
      expect(statuses(uploader)).toEqual(
        stop === 'cancel' ? Array(50).fill('aborted') : [],
      )
      expect(settled).toHaveBeenCalledOnce()
      expect(settled.mock.calls[0]![0].aborted).toHaveLength(50)
    },
  )

  test('too many are counted together', async () => {
    const uploader = make({ maxFiles: 6, overflow: 'reject-all' })
    uploader.take(many())
    await pass(100)
    expect(new Set(statuses(uploader))).toEqual(new Set(['rejected']))
    expect(world.sendings).toHaveLength(0)
  })

  test('another drop comes after all of the first', async () => {
    const uploader = make()
    uploader.take(many().slice(0, 9))
    uploader.take([png('late.png')])
    await pass(100)
    expect(names(uploader)).toEqual([
      ...many()
        .slice(0, 9)
        .map(({ name }) => name),
      'late.png',
    ])
  })
})
