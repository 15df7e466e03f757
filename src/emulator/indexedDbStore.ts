import type { Store, StoredAccount, StoredImage } from './Store.ts'

/** Where in the browser images are kept. */
export interface IndexedDbStoreOptions {
  /** Name of the database, one for each account. @default 'react-cloudflare-images' */
  name?: string | undefined
}

/**
 * Keeps images in the browser's own database, for an emulator in a service worker: the browser ends workers when it
 * likes, so nothing may be kept in their memory.
 *
 * @example
 * ```ts
 * import { canvasTransformer, createEmulator, indexedDbStore } from 'react-cloudflare-images/emulator'
 *
 * const emulator = createEmulator({ store: indexedDbStore(), transformer: canvasTransformer() })
 * ```
 */
export function indexedDbStore({
  name = 'react-cloudflare-images',
}: IndexedDbStoreOptions = {}): Store {
  let opening: Promise<IDBDatabase> | undefined
  const start = async (mode: IDBTransactionMode) => {
    opening ??= open(name)
    const transaction = (await opening).transaction(stores, mode)
    const [account, images, files] = stores.map((store) => transaction.objectStore(store))
    return { account: account!, images: images!, files: files!, transaction }
  }

  return {
    readAccount: async () => {
      const { account } = await start('readonly')
      return asked<StoredAccount | undefined>(account.get('account'))
    },
    writeAccount: async (settings) => {
      const { account, transaction } = await start('readwrite')
      account.put(settings, 'account')
      await finished(transaction)
    },
    read: async (id) => {
      const { images } = await start('readonly')
      return asked<StoredImage | undefined>(images.get(id))
    },
    readBytes: async (id) => {
      const { files } = await start('readonly')
      return asked<Uint8Array<ArrayBuffer> | undefined>(files.get(id))
    },
    write: async (image, bytes) => {
      const { images, files, transaction } = await start('readwrite')
      images.put(image, image.id)
      if (bytes) files.put(bytes, image.id)
      await finished(transaction)
    },
    delete: async (id) => {
      const { images, files, transaction } = await start('readwrite')
      const count = await asked<number>(images.count(id))
      images.delete(id)
      files.delete(id)
      await finished(transaction)
      return count > 0
    },
    list: async () => {
      const { images } = await start('readonly')
      return asked<StoredImage[]>(images.getAll())
    },
    clear: async () => {
      const { account, images, files, transaction } = await start('readwrite')
      for (const store of [account, images, files]) store.clear()
      await finished(transaction)
    },
  }
}

const stores = ['account', 'images', 'files']

const open = (name: string) => {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => {
    for (const store of stores) request.result.createObjectStore(store)
  })
  return asked<IDBDatabase>(request)
}

/** What this store itself put there, so its type is known. */
const asked = <TValue>(request: IDBRequest): Promise<TValue> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as TValue))
    request.addEventListener('error', () => reject(request.error ?? new Error('unread')))
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('unwritten'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', fail)
    transaction.addEventListener('error', fail)
  })
