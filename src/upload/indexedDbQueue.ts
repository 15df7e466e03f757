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
  /** Called once where nothing can be kept: `quota-exceeded`, or `not-supported` as in some private windows and without https. */
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
  let isTold = false
  /** Ids of the files that are written; a file is written once, however often something else about it changes. */
  const written = new Set<string>()

  const run = async <TResult>(
    work: (files: IDBObjectStore, slips: IDBObjectStore) => IDBRequest<TResult>,
  ): Promise<TResult | undefined> => {
    try {
      holdTab()
      database ??= openDatabase()
      const transaction = (await database).transaction(stores, 'readwrite')
      const [files, slips] = stores.map((store) => transaction.objectStore(store))
      const request = work(files!, slips!)
      await committed(transaction)
      return request.result
    } catch (cause) {
      if (!isTold) onError?.(cannotKeep(cause))
      isTold = true
      return undefined
    }
  }
  const keep = async ({ id, file, metadata, mint }: KeptUpload) => {
    const isNew = !written.has(id)
    written.add(id)
    await run((files, slips) => {
      if (isNew) files.put({ id, file, metadata })
      return slips.put({ id, mint, queue: name, tab })
    })
  }

  const forget = async (id: string) => {
    written.delete(id)
    await run((files, slips) => {
      files.delete(id)
      return slips.delete(id)
    })
  }

  const claim = async (): Promise<KeptUpload[]> => {
    const slips: Slip[] = (await run((_, all) => all.getAll())) ?? []
    const living = await livingTabs()
    const left: KeptUpload[] = []
    for (const slip of slips) {
      if (slip.queue !== name || living.has(slip.tab)) continue
      const kept: KeptUpload | undefined = await run((files) => files.get(slip.id))
      // There may have been no room for the file.
      if (!kept) continue
      written.add(slip.id)
      left.push({ ...kept, mint: slip.mint })
      await keep({ ...kept, mint: slip.mint })
    }
    return left
  }

  return {
    keep,
    forget,
    isAble: () => !isTold,
    restore: async () => {
      const { locks } = navigator
      if (!locks) return []
      const first = await locks.request(`${prefix} claim`, claim)
      if (first.length > 0) return first
      // The page before may not be quite gone yet.
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      return locks.request(`${prefix} claim`, claim)
    },
  }
}

/** What changes about an upload that is kept. */
interface Slip extends Pick<KeptUpload, 'id' | 'mint'> {
  queue: string
  /** The page that sends it. */
  tab: string
}

const prefix = 'react-cloudflare-images'
const stores = ['files', 'slips']

/** This page, as long as it lives. */
const tab = Math.random().toString(36).slice(2)
let isHeld = false

/**
 * A lock that ends with the page tells other pages that it lives. Pages without https have none: there one tab would
 * take what another is sending, so nothing is kept.
 */
function holdTab(): void {
  if (!navigator.locks) throw new Error('There are no Web Locks.')
  if (isHeld) return
  isHeld = true
  void navigator.locks.request(`${prefix} ${tab}`, () => new Promise(() => {}))
}

async function livingTabs(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query()
  const names = held.map((lock) => lock.name?.replace(`${prefix} `, '') ?? '')
  return new Set([tab, ...names])
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(prefix, 1)
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store, { keyPath: 'id' })
  }
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed.'))
  })
}

/** Whether there is room is known only then. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () =>
      reject(transaction.error ?? new Error('IndexedDB failed.'))
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
          ? 'The browser keeps no files here, as in some private windows and on pages without https, so uploads would not survive a reload. They go up all the same.'
          : '',
        { cause },
      )
}
