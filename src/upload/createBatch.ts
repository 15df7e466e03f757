import type { Upload } from './Upload.ts'
import type { SettledUploads } from './UploadOptions.ts'

/** Knows which uploads are on their way and how the others ended. */
export interface Batch {
  /** An upload is on its way, for the first time or again. */
  readonly begin: (id: string) => void
  /** It ended. */
  readonly end: (upload: Upload) => void
  /** Resolves when all of these ended. */
  readonly whenEnded: (ids: readonly string[]) => Promise<SettledUploads>
}

/** Makes a batch; `onSettled` hears of everything that ended since the last time, when nothing is on its way. */
export function createBatch(onSettled: (settled: SettledUploads) => void): Batch {
  const pending = new Set<string>()
  const ended = new Map<string, Upload>()
  const waiters = new Set<() => boolean>()

  return {
    begin: (id) => {
      pending.add(id)
      ended.delete(id)
    },
    end: (upload) => {
      pending.delete(upload.id)
      ended.set(upload.id, upload)
      for (const isDone of waiters) if (isDone()) waiters.delete(isDone)
      if (pending.size > 0) return
      const settled = byEnd(ended.values())
      ended.clear()
      onSettled(settled)
    },
    whenEnded: (ids) =>
      new Promise((resolve) => {
        const isDone = () => {
          if (ids.some((id) => pending.has(id))) return false
          resolve(byEnd(ids.flatMap((id) => ended.get(id) ?? [])))
          return true
        }
        if (!isDone()) waiters.add(isDone)
      }),
  }
}

function byEnd(uploads: Iterable<Upload>): SettledUploads {
  const all = [...uploads]
  return {
    succeeded: all.filter((upload) => upload.status === 'success'),
    failed: all.filter(
      (upload) => upload.status === 'rejected' || upload.status === 'error',
    ),
    aborted: all.filter((upload) => upload.status === 'aborted'),
  }
}
