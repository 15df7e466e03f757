import { admitFiles } from './admitFiles.ts'
import { createQueue } from './createQueue.ts'
import type { Queue, QueueOptions } from './createQueue.ts'
import type { Upload } from './Upload.ts'
import { hasEnded } from './uploadReducer.ts'

/** What looks at files and sends them. */
export interface Engine extends Omit<Queue, 'admit'> {
  /** Looks at files that came together, and sends those that are taken. */
  readonly admit: (uploads: readonly Upload[]) => Promise<void>
}

/** What an engine works on. */
export interface EngineOptions extends QueueOptions {
  /** How many more files there is room for, beside these. */
  roomFor: (uploads: readonly Upload[]) => number
}

/** Makes an engine. It is loaded when the first file comes, so that a page which waits for files stays light. */
export function createEngine({ roomFor, ...options }: EngineOptions): Engine {
  const { dispatch, getState, getUpload } = options.store
  const queue = createQueue(options)
  return {
    ...queue,
    admit: (uploads) =>
      admitFiles(uploads, {
        options: options.options(),
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
