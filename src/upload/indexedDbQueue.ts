import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { KeptUpload, UploadKeeper } from './UploadKeeper.ts'

/** Which uploads belong together, and who hears of what cannot be kept. */
export interface IndexedDbQueueOptions {
  /**
   * Tells the uploads of one user and place from others: with a user's id in it, nobody sends what somebody else has
   * left behind on the same machine. @default 'uploads'
   */
  name?: string | undefined
  /** Called once where nothing can be kept: `quota-exceeded`, or `not-supported` as in some private windows. */
  onError?: ((error: ImagesError) => void) | undefined
}

/**
 * Keeps files in the browser's IndexedDB until they are stored, so that uploads survive a reload or a crash: the next
 * page goes on, with fresh upload URLs, after asking whether the last one had arrived. Two tabs never send the same.
 *
 * @example
 * ```tsx
 * import { ImageUploader, indexedDbQueue } from 'react-cloudflare-images'
 *
 * const persist = indexedDbQueue({ name: 'photos of ada' })
 * export const Photos = () => <ImageUploader multiple persist={persist} />
 * ```
 */
export function indexedDbQueue({
  name = 'uploads',
  onError,
}: IndexedDbQueueOptions = {}): UploadKeeper {
  let database: Promise<IDBDatabase> | undefined
  let isBroken = false

  const run = async <TResult>(
    work: (uploads: IDBObjectStore) => IDBRequest<TResult>,
  ): Promise<TResult | undefined> => {
    if (isBroken) return undefined
    try {
      holdTab()
      database ??= openDatabase()
      const transaction = (await database).transaction(storeName, 'readwrite')
      return await settled(work(transaction.objectStore(storeName)))
    } catch (cause) {
      isBroken = true
      onError?.(cannotKeep(cause))
      return undefined
    }
  }
  const keep = async (upload: KeptUpload) => {
    await run((uploads) => uploads.put({ ...upload, queue: name, tab }))
  }

  const claim = async (): Promise<KeptUpload[]> => {
    const all: KeptRecord[] = (await run((uploads) => uploads.getAll())) ?? []
    const living = await livingTabs()
    const left = all.filter(
      ({ queue, tab: owner }) => queue === name && !living.has(owner),
    )
    for (const upload of left) await keep(upload)
    return left
  }

  return {
    keep,
    forget: async (id) => {
      await run((uploads) => uploads.delete(id))
    },
    restore: async () => {
      const { locks } = navigator
      const first = locks ? await locks.request(`${prefix} claim`, claim) : await claim()
      if (first.length > 0 || !locks) return first
      // The page before may not be quite gone yet.
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return locks.request(`${prefix} claim`, claim)
    },
  }
}

interface KeptRecord extends KeptUpload {
  queue: string
  /** The page that sends it. */
  tab: string
}

const prefix = 'react-cloudflare-images'
const storeName = 'uploads'

/** This page, as long as it lives. */
const tab = Math.random().toString(36).slice(2)
let isHeld = false

/** A lock that ends with the page tells other pages that it lives. */
function holdTab(): void {
  if (isHeld || !navigator.locks) return
  isHeld = true
  void navigator.locks.request(`${prefix} ${tab}`, () => new Promise(() => {}))
}

async function livingTabs(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  const names = held.map((lock) => lock.name?.replace(`${prefix} `, '') ?? '')
  return new Set([tab, ...names])
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(prefix, 1)
  request.onupgradeneeded = () =>
    request.result.createObjectStore(storeName, { keyPath: 'id' })
  return settled(request)
}

function settled<TResult>(request: IDBRequest<TResult>): Promise<TResult> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'))
  })
}

function cannotKeep(cause: unknown): ImagesError {
  const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError'
  return isFull
    ? new ImagesError(
        'quota-exceeded',
        isDevelopment
          ? 'The browser has no room to keep more files, so these uploads would not survive a reload. They go up all the same. Send fewer or smaller files at a time.'
          : '',
        { cause },
      )
    : new ImagesError(
        'not-supported',
        isDevelopment
          ? 'The browser keeps no files here, as in some private windows, so uploads would not survive a reload. They go up all the same.'
          : '',
        { cause },
      )
}
