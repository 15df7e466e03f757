import type { Upload } from './Upload.ts'
import type { Uploader } from './Uploader.ts'
import type { UploadRegistry } from './UploadRegistry.ts'

/** Makes a registry; a provider makes one and keeps it as long as it lives. */
export function createUploadRegistry(): UploadRegistry {
  const uploaders = new Map<Uploader, () => void>()
  const listeners = new Set<() => void>()
  let parts: readonly (readonly Upload[])[] = []
  let uploads: readonly Upload[] = []

  const notify = () => {
    const next = [...uploaders.keys()].map((uploader) => uploader.getState().uploads)
    if (next.length !== parts.length || next.some((part, at) => part !== parts[at])) {
      parts = next
      uploads = next.flat()
    }
    for (const listener of listeners) listener()
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getUploads: () => uploads,
    getUpload: (id) => {
      for (const uploader of uploaders.keys()) {
        const upload = uploader.getUpload(id)
        if (upload) return upload
      }
      return undefined
    },
    add: (uploader) => {
      if (!uploaders.has(uploader)) uploaders.set(uploader, uploader.subscribe(notify))
      notify()
      return () => {
        uploaders.get(uploader)?.()
        uploaders.delete(uploader)
        notify()
      }
    },
    reset: () => {
      for (const uploader of uploaders.keys()) uploader.reset()
    },
  }
}
