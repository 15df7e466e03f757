import { isDevelopment } from '#development'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import { asImagesError } from './asImagesError.ts'
import { attemptUpload, settleDoubt, unknownOutcome } from './attemptUpload.ts'
import type { AttemptOptions, UploadWork } from './attemptUpload.ts'
import type { UploadStore } from './createUploadStore.ts'
import { unreadable } from './inspectFile.ts'
import { delayOf, mayRetry } from './mayRetry.ts'
import { uploadApi, uploadBackend } from './uploadBackend.ts'
import type { UploadOptions } from './UploadOptions.ts'
import { prepareWork } from './prepareWork.ts'
import type { UploadEvent } from './uploadReducer.ts'
import { withDeadline } from './withDeadline.ts'
import { xhrTransport } from './xhrTransport.ts'

/** Sends uploads, a few at a time, and sends again what may succeed. */
export interface Queue {
  /** Takes an upload whose file was looked at; it goes up when it is `queued` and there is a free slot. */
  readonly admit: (id: string) => void
  /** Whether the upload's file was looked at. */
  readonly has: (id: string) => boolean
  /** Ends what is done for an upload now. */
  readonly stop: (id: string) => void
  /** Makes ready to send an upload anew. */
  readonly renew: (id: string) => void
  /** Forgets an upload. */
  readonly drop: (id: string) => void
  /** Fills the free slots, in the order of the rows. */
  readonly pump: () => void
}

/** What a queue works on. */
export interface QueueOptions {
  store: Pick<UploadStore, 'getState' | 'getUpload'>
  /** Lets something happen to an upload. */
  dispatch: (id: string, event: UploadEvent) => void
  /** The options as they are now. */
  options: () => UploadOptions
}

/** What the queue knows of an upload and nobody else needs to. */
interface Job {
  /** Ends what is done for the upload now. */
  controller: AbortController
  /** Attempts that failed since it was begun. */
  failures: number
  timer?: ReturnType<typeof setTimeout>
  /** Kept from attempt to attempt. */
  work?: UploadWork
}

/** Makes a queue over a store. */
export function createQueue({ store, dispatch, options }: QueueOptions): Queue {
  const { getState, getUpload } = store
  const jobs = new Map<string, Job>()
  let active = 0

  /** The browser's own word; where there is none, as on a server, the network is taken to be there. */
  const isOnline = () =>
    options().networkMode === 'always' || globalThis.navigator?.onLine !== false

  const pump = () => {
    if (getState().isPaused) return
    const waitsFor = isOnline() ? 'slot' : 'network'
    for (const { id } of getState().uploads) {
      const upload = getUpload(id)
      if (upload?.status !== 'queued' || upload.waitsFor === 'retry') continue
      const job = jobs.get(id)
      const free = waitsFor === 'slot' && active < (options().concurrency ?? 3)
      if (job && free) void run(id, job)
      else dispatch(id, { type: 'waited', waitsFor })
    }
  }

  const run = async (id: string, job: Job) => {
    const { signal } = job.controller
    active += 1
    dispatch(id, { type: 'opened' })
    try {
      const work = job.work ?? (await prepare(id, job))
      if (signal.aborted || !work) return
      work.attempt += 1
      dispatch(id, { type: 'prepared' })
      // Kept, so that what is stored is not sent again where it was cancelled in the last moment.
      const image = (work.found ??= await attemptUpload(work, attempt(id, signal)))
      if (!signal.aborted) dispatch(id, { type: 'stored', image })
    } catch (error) {
      if (!signal.aborted) await fail(id, { job, signal, error: asImagesError(error) })
    } finally {
      active -= 1
      pump()
    }
  }

  /** A step of preparation may refuse the file; then there is nothing to send, now or later. */
  const prepare = async (id: string, job: Job): Promise<UploadWork | undefined> => {
    const { signal } = job.controller
    const upload = getUpload(id)!
    try {
      // A step may ask a person, and wait for ever; a cancelled upload keeps no slot.
      const start = () => prepareWork(upload, { options: options(), signal })
      const { work, prepared } = await withDeadline(start, { timeout: Infinity, signal })
      if (signal.aborted) return undefined
      job.work = work
      if (prepared) dispatch(id, { type: 'prepared', prepared })
      return work
    } catch (cause) {
      const error = isImagesError(cause) ? cause : unreadable(upload.file, cause)
      if (!signal.aborted) dispatch(id, { type: 'refused', error })
      return undefined
    }
  }

  const attempt = (id: string, signal: AbortSignal): AttemptOptions => ({
    backend: uploadBackend(options()),
    transport: options().transport ?? xhrTransport,
    timeout: options().timeout ?? 60_000,
    signal,
    onReserved: async (mint) => {
      const { file, metadata } = getUpload(id) ?? {}
      if (file) await options().persist?.keep({ id, file, metadata, mint })
      signal.throwIfAborted()
      dispatch(id, { type: 'reserved', imageId: mint.id })
    },
    onProgress: (loaded, total) => dispatch(id, { type: 'moved', loaded, total }),
    onSent: () => dispatch(id, { type: 'sent' }),
  })

  const fail = async (id: string, { job, signal, error: first }: Failure) => {
    const error = await explain(first, job.work?.file)
    if (signal.aborted) return
    if (!isOnline() && error.retryable) {
      dispatch(id, { type: 'delayed', error })
      dispatch(id, { type: 'waited', waitsFor: 'network' })
      return
    }
    const failures = (job.failures += 1)
    const { retry, retryDelay } = options()
    if (canAsk(job) && mayRetry(error, { failures, retry })) {
      dispatch(id, { type: 'delayed', error })
      job.timer = setTimeout(
        () => {
          dispatch(id, { type: 'waited', waitsFor: 'slot' })
          pump()
        },
        delayOf(error, { failures, retryDelay }),
      )
      return
    }
    await giveUp(id, { job, signal, error })
  }

  /** Nothing ends as failed that may have arrived, before somebody was asked. */
  const giveUp = async (id: string, { job, signal, error }: Failure) => {
    try {
      const image = job.work && (await settleDoubt(job.work, attempt(id, signal)))
      const other = image ?? (await sendOtherwise(id, { job, signal, error }))
      if (signal.aborted) return
      dispatch(id, other ? { type: 'stored', image: other } : { type: 'failed', error })
    } catch (cause) {
      if (signal.aborted) return
      const unsettled = asImagesError(cause)
      const said = unsettled.retryable ? unknownOutcome(error) : unsettled
      dispatch(id, { type: 'failed', error: said })
    }
  }

  /** Only once it is known that nothing has arrived, so that a picture is not stored twice. */
  const sendOtherwise = async (id: string, { job: { work }, signal, error }: Failure) => {
    const { fallback } = options()
    if (!work || !fallback || !blamesHost.has(error.code) || signal.aborted)
      return undefined
    const { file, mint } = work
    dispatch(id, { type: 'diverted' })
    try {
      return await fallback({ api: uploadApi(options()), file, mint, signal })
    } catch (cause) {
      const second = asImagesError(cause)
      throw failedTwice(error, second.retryable ? unknownOutcome(second) : second)
    }
  }

  const canAsk = ({ work }: Job) =>
    !work?.doubt || uploadBackend(options()).check !== undefined

  const stop = (id: string) => {
    const job = jobs.get(id)
    if (!job) return
    clearTimeout(job.timer)
    job.controller.abort()
    job.controller = new AbortController()
  }

  return {
    admit: (id) => {
      jobs.set(id, { controller: new AbortController(), failures: 0 })
      pump()
    },
    has: (id) => jobs.has(id),
    stop,
    renew: (id) => {
      const job = jobs.get(id)
      if (!job) return
      job.failures = 0
      if (job.work) job.work.attempt = 0
      // A person who asks for it may have sent again what nobody can tell.
      if (job.work && !canAsk(job)) delete job.work.doubt
    },
    drop: (id) => {
      stop(id)
      jobs.delete(id)
    },
    pump,
  }
}

/** What a way that avoids the upload host may mend. */
const blamesHost = new Set<ImagesErrorCode>([
  'network',
  'timeout',
  'upload-host-unavailable',
])

const failedTwice = (first: ImagesError, cause: ImagesError) =>
  new ImagesError(
    cause.code,
    isDevelopment
      ? `The upload host could not be reached (${first.code}), and the fallback failed too: ${cause.message}`
      : cause.message,
    { cause, status: cause.status },
  )

interface Failure {
  job: Job
  signal: AbortSignal
  error: ImagesError
}

/** Browsers call it a network error too when a file changed or vanished since it was chosen. */
async function explain(error: ImagesError, file: File | undefined): Promise<ImagesError> {
  if (error.code !== 'network' || !file) return error
  try {
    await file.slice(0, 1).arrayBuffer()
    return error
  } catch {
    return unreadable(file, error)
  }
}
