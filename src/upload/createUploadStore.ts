import type { Upload } from './Upload.ts'
import type { UploaderState } from './Uploader.ts'
import { nextFrame } from './nextFrame.ts'
import { noProgress, totalProgress } from './totalProgress.ts'
import type { ProgressMemory } from './totalProgress.ts'
import { hasEnded } from './hasEnded.ts'

/** Uploads outside React: what is so now, and who hears of it. */
export interface UploadStore {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => UploaderState
  readonly getUpload: (id: string) => Upload | undefined
  /** Puts uploads at the end. */
  readonly add: (uploads: readonly Upload[]) => void
  /** Keeps these uploads, in this order. */
  readonly keep: (ids: readonly string[]) => void
  readonly setPaused: (paused: boolean) => void
  /** Puts what `next` makes of an upload in its place, and tells whether that is anything else. */
  readonly change: (id: string, next: (upload: Upload) => Upload) => boolean
}

/** Who is told what happened, beside the listeners. */
export interface UploadStoreOptions {
  /** An upload came into another status. */
  onChange: (upload: Upload) => void
  /** Bytes of these uploads moved since the last frame. */
  onMove: (uploads: readonly Upload[]) => void
}

/**
 * Makes a store. Changes of status are told at once; bytes once per frame, and without a new `uploads`, so that a
 * list of many rows is not rendered for each of their bytes.
 */
export function createUploadStore({ onChange, onMove }: UploadStoreOptions): UploadStore {
  const listeners = new Set<() => void>()
  const current = new Map<string, Upload>()
  const moved = new Set<string>()
  let ids: readonly string[] = []
  let paused = false
  let framed = false
  let memory: ProgressMemory = { at: now(), progress: noProgress }
  let state = stateOf([], { paused, progress: noProgress })

  const notify = () => {
    for (const listener of listeners) listener()
  }

  const measure = () => {
    const at = now()
    memory = {
      at,
      progress: totalProgress(current.values(), { now: at, before: memory }),
    }
    return memory.progress
  }

  const publish = () => {
    const uploads = ids.map((id) => current.get(id)!)
    state = stateOf(uploads, { paused, progress: measure() })
    notify()
  }

  const onFrame = () => {
    framed = false
    const uploads = [...moved].flatMap((id) => current.get(id) ?? [])
    moved.clear()
    if (uploads.length === 0) return
    state = { ...state, progress: measure() }
    notify()
    onMove(uploads)
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getState: () => state,
    getUpload: (id) => current.get(id),
    add: (uploads) => {
      for (const upload of uploads) current.set(upload.id, upload)
      ids = [...ids, ...uploads.map(({ id }) => id)]
      publish()
      uploads.forEach(onChange)
    },
    keep: (kept) => {
      ids = kept
      for (const id of current.keys()) if (!kept.includes(id)) current.delete(id)
      if (kept.length === 0) memory = { at: now(), progress: noProgress }
      publish()
    },
    setPaused: (value) => {
      paused = value
      publish()
    },
    change: (id, next) => {
      const before = current.get(id)
      if (!before) return false
      const after = next(before)
      if (after === before) return false
      current.set(id, after)
      if (before.status === 'uploading' && after.status === 'uploading') {
        moved.add(id)
        if (!framed) nextFrame(onFrame)
        framed = true
        return true
      }
      publish()
      onChange(after)
      return true
    },
  }
}

const now = () => performance.now()

function stateOf(
  uploads: readonly Upload[],
  { paused, progress }: { paused: boolean; progress: UploaderState['progress'] },
): UploaderState {
  const isPending = !uploads.every(hasEnded)
  const wrong = uploads.find(
    (upload) => upload.status === 'error' || upload.status === 'rejected',
  )
  const error = wrong?.error ?? null
  const status = () => {
    if (isPending) return paused ? 'paused' : 'pending'
    if (error) return 'error'
    return uploads.some((upload) => upload.status === 'success') ? 'success' : 'idle'
  }
  return { uploads, status: status(), isPending, isPaused: paused, error, progress }
}
