import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { controlReducer } from './controlReducer.ts'
import type { ControlEvent } from './controlReducer.ts'
import { createBatch } from './createBatch.ts'
import type { Engine } from './createEngine.ts'
import { keptMints } from './keptMints.ts'
import { createUploadStore } from './createUploadStore.ts'
import { refuseUnread } from './refuseUnread.ts'
import { nextFrame } from './nextFrame.ts'
import type { Upload } from './Upload.ts'
import type { Uploader, UploaderActions } from './Uploader.ts'
import type { UploadMetadata, UploadOptions } from './UploadOptions.ts'
import { newUpload, newUploadId } from './newUpload.ts'
import type { NewUploadOptions } from './newUpload.ts'
import { hasEnded } from './hasEnded.ts'

/**
 * Makes a queue of uploads that lives outside React.
 *
 * A one-time URL is minted when a slot is free, one for each attempt. An attempt whose end is not known is asked
 * after before there is another, so that nothing is stored twice.
 */
export function createUploader(initial: UploadOptions = {}): Uploader {
  let options = initial
  let holders = 0
  let isRestored = false
  let engine: Engine | undefined
  /** Puts into the list what waits for that. */
  let showRest = () => {}
  const batch = createBatch((settled) => call(() => options.onSettled?.(settled)))
  const store = createUploadStore({
    onChange: (upload) => {
      if (!hasEnded(upload)) return
      void options.persist?.forget(upload.id)
      if (upload.status === 'success') call(() => options.onSuccess?.(upload))
      if ('error' in upload) call(() => options.onError?.(upload.error, upload))
      batch.end(upload)
    },
    onMove: (uploads) => {
      for (const upload of uploads) {
        if (upload.status === 'uploading') call(() => options.onProgress?.(upload))
      }
    },
  })
  const { getState, getUpload } = store
  const dispatch = (id: string, event: ControlEvent) =>
    store.change(id, (upload) => controlReducer(upload, event))
  /** Whoever acts on uploads means those too that wait to be shown. */
  const idsOf = (wanted: (upload: Upload) => boolean) => {
    showRest()
    return getState()
      .uploads.filter(wanted)
      .map(({ id }) => id)
  }

  const start = async () => {
    const { createEngine } = await import('./createEngine.ts')
    engine ??= createEngine({ store, options: () => options })
    return engine
  }

  const admit = async (files: readonly NewUploadOptions[]) => {
    const all = files.flatMap(({ id }) => getUpload(id) ?? [])
    const uploads = all.filter((upload) => !hasEnded(upload))
    if (uploads.length === 0) return
    try {
      await (await start()).admit(uploads)
    } catch (cause) {
      const error = notLoaded(cause)
      for (const { id } of uploads) dispatch(id, { type: 'failed', error })
    }
  }

  const create = (files: readonly Wanted[]) => {
    const uploads = files.map((file) => ({ id: newUploadId(), ...file }))
    for (const { id } of uploads) batch.begin(id)
    return uploads
  }

  const show = (files: readonly NewUploadOptions[]) => {
    const uploads = files.map(newUpload)
    store.add(uploads)
    for (const { id, file, metadata } of uploads) {
      if (!keptMints.has(file)) void options.persist?.keep({ id, file, metadata })
      const error = refuseUnread(file, options)
      if (error) dispatch(id, { type: 'refused', error })
    }
  }

  const begin = (files: readonly NewUploadOptions[], first = files.length) => {
    showRest() // of the drop before
    if (options.replace) forget(idsOf(({ status }) => status !== 'success'))
    const rest = files.slice(first)
    showRest = () => {
      showRest = () => {}
      if (rest.length > 0) show(rest)
      void admit(files)
    }
    show(files.slice(0, first))
    if (rest.length === 0) showRest()
    else {
      const follow = () => showRest()
      nextFrame(() => setTimeout(follow)) // once the first ones are painted
      setTimeout(follow, 1_000) // in a hidden tab there are no frames
    }
    return files.flatMap(({ id }) => getUpload(id) ?? [])
  }

  /** Goes on with what a page before has left behind. */
  const restore = async () => {
    const kept = (await options.persist?.restore()) ?? []
    if (kept.length > 0) begin(create(kept))
  }

  const cancel = (ids: readonly string[]) => {
    for (const id of ids) {
      engine?.stop(id)
      dispatch(id, { type: 'cancelled' })
    }
  }

  const retry = (id: string) => {
    batch.begin(id)
    engine?.renew(id)
    dispatch(id, { type: 'retried' })
    if (getState().isPaused) dispatch(id, { type: 'paused' })
    if (!engine?.has(id)) void admit([getUpload(id)!])
  }

  const forget = (ids: readonly string[]) => {
    cancel(ids.filter((id) => !hasEnded(getUpload(id)!)))
    for (const id of ids) engine?.drop(id)
    store.keep(idsOf(({ id }) => !ids.includes(id)))
  }

  const actions: UploaderActions = {
    upload: (files, { metadata } = {}) => begin(create(withMetadata(files, metadata))),
    uploadAsync: (files, { metadata } = {}) => {
      const uploads = create(withMetadata(files, metadata))
      const ended = batch.whenEnded(uploads.map(({ id }) => id))
      begin(uploads)
      return ended
    },
    cancel: (id) =>
      cancel(idsOf((upload) => !hasEnded(upload) && (!id || upload.id === id))),
    retry: (id) => {
      const isWanted = (upload: Upload) =>
        upload.status === 'error' || (upload.status === 'aborted' && id !== undefined)
      idsOf((upload) => isWanted(upload) && (!id || upload.id === id)).forEach(retry)
      engine?.pump()
    },
    remove: (id) => forget(idsOf((upload) => upload.id === id)),
    reset: () => forget(idsOf(() => true)),
    pause: () => {
      store.setPaused(true)
      // What is being processed has left; it ends by itself.
      const running = idsOf(
        (upload) => !hasEnded(upload) && upload.status !== 'processing',
      )
      for (const id of running) {
        engine?.stop(id)
        dispatch(id, { type: 'paused' })
      }
    },
    resume: () => {
      store.setPaused(false)
      for (const id of idsOf(({ status }) => status === 'paused')) {
        dispatch(id, { type: 'resumed' })
      }
      engine?.pump()
    },
    reorder: (ids) => {
      const all = idsOf(() => true)
      const first = ids.filter((id) => all.includes(id))
      store.keep([...first, ...all.filter((id) => !first.includes(id))])
    },
  }

  store.setPaused(initial.autoStart === false)
  return {
    ...actions,
    actions,
    subscribe: store.subscribe,
    getState,
    getUpload,
    take: (files) => void begin(create(withMetadata(files)), files.length > 4 ? 1 : 4),
    setOptions: (next) => {
      options = next
      engine?.pump()
    },
    preload: () => void start().catch(() => {}),
    hold: (onEnd) => {
      holders += 1
      if (!isRestored) void restore()
      isRestored = true
      return () => {
        holders -= 1
        // React mounts, unmounts and mounts again in one go while developing.
        setTimeout(() => {
          if (holders > 0) return
          if (options.onUnmount !== 'continue') actions.cancel()
          const end = () => {
            if (holders === 0 && getState().isPending) return
            unsubscribe()
            if (holders === 0) onEnd()
          }
          const unsubscribe = store.subscribe(end)
          end()
        })
      }
    },
  }
}

/** A file that may have had an id on an earlier page. */
type Wanted = Omit<NewUploadOptions, 'id'> & { id?: string }

const withMetadata = (files: Iterable<File>, metadata?: UploadMetadata) =>
  Array.from(files, (file) => ({ file, metadata }))

/** An app's own function may fail; that is no reason to lose an upload. */
function call(callback: () => void): void {
  try {
    callback()
  } catch (error) {
    setTimeout(() => {
      throw error
    })
  }
}

const notLoaded = (cause: unknown) =>
  new ImagesError(
    'network',
    isDevelopment
      ? 'The part of the page that sends files could not be loaded, so nothing was sent. Check the connection, then try again.'
      : '',
    { cause },
  )
