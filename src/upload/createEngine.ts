import { admitFiles } from './admitFiles.ts'
import { createQueue } from './createQueue.ts'
import type { Queue, QueueOptions } from './createQueue.ts'
import type { UploadStore } from './createUploadStore.ts'
import { listenWhile } from './listenWhile.ts'
import type { Upload } from './Upload.ts'
import { uploadReducer } from './uploadReducer.ts'
import type { UploadEvent } from './uploadReducer.ts'
import { hasEnded } from './hasEnded.ts'

/** What looks at files and sends them. */
export interface Engine extends Omit<Queue, 'admit'> {
  /** Looks at files that came together, and sends those that are taken. */
  readonly admit: (uploads: readonly Upload[]) => Promise<void>
}

/** What an engine works on. */
export interface EngineOptions extends Pick<QueueOptions, 'options'> {
  store: UploadStore
}

/** Makes an engine. It is loaded when the first file comes, so that a page which waits for files stays light. */
export function createEngine({ store, options }: EngineOptions): Engine {
  const { getState, getUpload, subscribe } = store
  const dispatch = (id: string, event: UploadEvent) =>
    store.change(id, (upload) => uploadReducer(upload, event))
  const queue = createQueue({ store, dispatch, options })
  const watchNetwork = listenWhile(['online', 'offline'], queue.pump)
  const guardLeaving = listenWhile(['beforeunload'], (event) => event.preventDefault())
  subscribe(() => {
    const { isPending } = getState()
    const { persist, leaveGuard = !persist || persist.isAble?.() === false } = options()
    watchNetwork(isPending)
    guardLeaving(isPending && leaveGuard)
  })
  /** How many more files there is room for, beside those that come together now. */
  const roomFor = (uploads: readonly Upload[]) => {
    const { maxFiles = Infinity, replace } = options()
    const own = new Set(uploads.map(({ id }) => id))
    const others = getState().uploads.filter(
      ({ id, status }) => !own.has(id) && status !== 'rejected' && status !== 'aborted',
    )
    return replace ? maxFiles : Math.max(0, maxFiles - others.length)
  }

  return {
    ...queue,
    admit: (uploads) =>
      admitFiles(uploads, {
        options: options(),
        room: () => roomFor(uploads),
        isWanted: ({ id }) => {
          const upload = getUpload(id)
          return upload !== undefined && !hasEnded(upload)
        },
        onRefused: ({ id }, error) => dispatch(id, { type: 'refused', error }),
        onAdmitted: ({ id }, inspected) => {
          dispatch(id, { type: 'checked', ...inspected })
          if (getState().isPaused) dispatch(id, { type: 'paused' })
          queue.admit(id)
        },
      }),
  }
}
