import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { PreparedFile, QueuedUpload, Upload, UploadStatus } from './Upload.ts'

/** What can happen to an upload, in the past tense. */
export type UploadEvent =
  | {
      type: 'checked'
      mime: string
      width?: number | undefined
      height?: number | undefined
      frames?: number | undefined
    }
  | { type: 'refused'; error: ImagesError }
  | { type: 'waited'; waitsFor: QueuedUpload['waitsFor'] }
  | { type: 'opened' }
  | { type: 'prepared'; prepared?: PreparedFile | undefined }
  | { type: 'reserved'; imageId: string }
  | { type: 'moved'; loaded: number; total?: number | undefined }
  | { type: 'sent' }
  | { type: 'diverted' }
  | { type: 'stored'; image: CloudflareImage }
  | { type: 'delayed'; error: ImagesError }
  | { type: 'failed'; error: ImagesError }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'cancelled' }
  | { type: 'retried' }

/** An upload to which nothing more happens by itself. */
export type EndedUpload = Extract<
  Upload,
  { status: 'rejected' | 'success' | 'error' | 'aborted' }
>

/** Whether nothing more happens to the upload by itself: only what is on its way has bytes to count. */
export function hasEnded(upload: Upload): upload is EndedUpload {
  return !('progress' in upload)
}

/** What the upload is after the event. Pure; an event that makes no sense changes nothing, and gives the same object. */
export function uploadReducer(upload: Upload, event: UploadEvent): Upload {
  if (hasEnded(upload)) return afterEnd(upload, event)
  const { status, progress, attempt } = upload
  const sent = { progress, attempt }
  switch (event.type) {
    case 'checked': {
      const { mime: type, width, height, frames } = event
      const checked = { ...upload, type, width, height, frames }
      return status === 'preparing'
        ? into(checked, 'queued', { ...sent, waitsFor: 'slot' })
        : checked
    }
    case 'waited':
      if (status !== 'queued' || upload.waitsFor === event.waitsFor) return upload
      return { ...upload, waitsFor: event.waitsFor }
    case 'opened':
      if (status !== 'queued') return upload
      return into(upload, 'preparing', { progress, attempt: attempt + 1 })
    case 'prepared': {
      if (status !== 'preparing') return upload
      const { prepared = upload.prepared } = event
      return into({ ...upload, prepared }, 'requesting', sent)
    }
    case 'reserved': {
      if (status !== 'requesting') return upload
      const { imageId } = event
      return into(upload, 'uploading', { ...sent, imageId, indeterminate: true })
    }
    case 'moved':
      return status === 'uploading' ? afterMove(upload, event) : upload
    case 'sent':
      if (status !== 'uploading') return upload
      return into(upload, 'processing', { ...sent, imageId: upload.imageId })
    case 'diverted':
      return into({ ...upload, via: 'fallback' }, 'requesting', sent)
    case 'delayed': {
      const { error } = event
      return into(upload, 'queued', { ...sent, waitsFor: 'retry', error })
    }
    case 'paused':
      if (status === 'paused' || status === 'processing') return upload
      return into(upload, 'paused', sent)
    case 'resumed':
      if (status !== 'paused') return upload
      return into(upload, 'queued', { ...sent, waitsFor: 'slot' })
    case 'stored': {
      const { image } = event
      return into(upload, 'success', { imageId: image.id, image })
    }
    case 'refused':
      return into(upload, 'rejected', { error: event.error })
    case 'failed':
      return into(upload, 'error', { error: event.error, attempt })
    case 'cancelled':
      return into(upload, 'aborted', {})
    case 'retried':
      return upload
  }
}

/** The most that is shown before it is known that all has arrived. */
const nearlyAll = 0.99

function afterMove(
  upload: Extract<Upload, { status: 'uploading' }>,
  { loaded, total }: Extract<UploadEvent, { type: 'moved' }>,
): Upload {
  if (!total) return upload
  const { attempt, imageId } = upload
  const progress = Math.max(upload.progress, Math.min(loaded / total, nearlyAll))
  if (loaded >= total) return into(upload, 'processing', { progress, attempt, imageId })
  if (progress === upload.progress && !upload.indeterminate) return upload
  return { ...upload, progress, indeterminate: false }
}

/** Only what failed or was cancelled can begin anew; a file that was refused stays refused. */
function afterEnd(upload: Upload, event: UploadEvent): Upload {
  const again = upload.status === 'error' || upload.status === 'aborted'
  if (event.type !== 'retried' || !again) return upload
  const anew = { ...upload, via: undefined }
  return into(anew, 'queued', { progress: 0, attempt: 0, waitsFor: 'slot' })
}

/** The fields that an upload has in every status. */
type Base = Omit<Extract<Upload, { status: 'aborted' }>, 'status'>

/** What a status has beyond them. */
type Own<TStatus extends UploadStatus> = Omit<
  Extract<Upload, { status: TStatus }>,
  keyof Base | 'status'
>

/** The upload in another status, without the fields of the one before. */
function into<TStatus extends UploadStatus>(
  { id, file, name, size, type, width, height, frames, metadata, prepared, via }: Base,
  status: TStatus,
  own: Own<TStatus>,
): Upload {
  const known = { id, file, name, size, type, width, height, frames }
  const base: Base = { ...known, metadata, prepared, via }
  return { ...base, status, ...own } as unknown as Upload // `Own` holds the fields of just this status
}
