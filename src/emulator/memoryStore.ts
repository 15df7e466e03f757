import type { Store, StoredAccount, StoredImage } from './Store.ts'

/**
 * A store that forgets everything when the process ends.
 *
 * @example
 * ```ts
 * import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
 *
 * const emulator = createEmulator({ store: memoryStore() })
 * ```
 */
export function memoryStore(): Store {
  let account: StoredAccount | undefined
  const images = new Map<string, StoredImage>()
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let listed: StoredImage[] | undefined
  return {
    // Copied when written and not when read: every call reads, and nobody changes what it was given.
    readAccount: async () => account,
    writeAccount: async (next) => {
      account = structuredClone(next)
    },
    read: async (id) => images.get(id),
    readBytes: async (id) => files.get(id),
    write: async (image, bytes) => {
      listed = undefined
      images.set(image.id, structuredClone(image))
      if (bytes) files.set(image.id, bytes)
    },
    delete: async (id) => {
      listed = undefined
      files.delete(id)
      return images.delete(id)
    },
    list: async () => (listed ??= [...images.values()]),
    clear: async () => {
      listed = undefined
      account = undefined
      images.clear()
      files.clear()
    },
  }
}
