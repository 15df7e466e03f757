import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { PreparedFile, QueuedUpload, Upload } from './Upload.ts'

/** What can happen to an upload, in the past tense. */
export type UploadEvent =
  | {
      type: 'checked'
      mime: string
      width?: number | undefined
      height?: number | undefined
    }
  | { type: 'refused'; error: ImagesError }
  | { type: 'waited'; waitsFor: QueuedUpload['waitsFor'] }
  | { type: 'opened' }
  | { type: 'prepared'; prepared?: PreparedFile | undefined }
  | { type: 'reserved'; imageId: string }
  | { type: 'moved'; loaded: number; total?: number | undefined }
  | { type: 'sent' }
  | { type: 'stored'; image: CloudflareImage }
  | { type: 'delayed'; error: ImagesError }
  | { type: 'failed'; error: ImagesError }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'cancelled' }
  | { type: 'retried' }

/** Whether nothing more happens to the upload by itself. */
export function hasEnded(
  upload: Upload,
): upload is Extract<Upload, { status: 'rejected' | 'success' | 'error' | 'aborted' }> {
  const { status } = upload
  return (
    status === 'rejected' ||
    status === 'success' ||
    status === 'error' ||
    status === 'aborted'
  )
}

/** What the upload is after the event. Pure; an event that makes no sense changes nothing, and gives the same object. */
export function uploadReducer(upload: Upload, event: UploadEvent): Upload {
  if (hasEnded(upload)) return afterEnd(upload, event)
  const sent = { progress: upload.progress, attempt: upload.attempt }
  switch (event.type) {
    case 'checked': {
      const { mime, width, height } = event
      const facts = { type: mime, width, height }
      if (upload.status === 'paused' || upload.status === 'queued')
        return { ...upload, ...facts }
      if (upload.status !== 'preparing') return upload
      return { ...baseOf(upload), ...facts, ...sent, status: 'queued', waitsFor: 'slot' }
    }
    case 'refused':
      return { ...baseOf(upload), status: 'rejected', error: event.error }
    case 'waited':
      if (upload.status !== 'queued' || upload.waitsFor === event.waitsFor) return upload
      return { ...upload, waitsFor: event.waitsFor }
    case 'opened': {
      if (upload.status !== 'queued') return upload
      const attempt = upload.attempt + 1
      return { ...baseOf(upload), ...sent, attempt, status: 'preparing' }
    }
    case 'prepared': {
      if (upload.status !== 'preparing') return upload
      const { prepared = upload.prepared } = event
      return { ...baseOf(upload), ...sent, prepared, status: 'requesting' }
    }
    case 'reserved': {
      if (upload.status !== 'requesting') return upload
      const { imageId } = event
      return {
        ...baseOf(upload),
        ...sent,
        imageId,
        status: 'uploading',
        indeterminate: true,
      }
    }
    case 'moved':
      return upload.status === 'uploading' ? afterMove(upload, event) : upload
    case 'sent': {
      if (upload.status !== 'uploading') return upload
      const { imageId } = upload
      return { ...baseOf(upload), ...sent, imageId, status: 'processing' }
    }
    case 'stored': {
      const { image } = event
      return { ...baseOf(upload), status: 'success', imageId: image.id, image }
    }
    case 'delayed': {
      const { error } = event
      return { ...baseOf(upload), ...sent, status: 'queued', waitsFor: 'retry', error }
    }
    case 'failed': {
      const { attempt } = upload
      return { ...baseOf(upload), status: 'error', error: event.error, attempt }
    }
    case 'paused':
      if (upload.status === 'paused' || upload.status === 'processing') return upload
      return { ...baseOf(upload), ...sent, status: 'paused' }
    case 'resumed':
      if (upload.status !== 'paused') return upload
      return { ...baseOf(upload), ...sent, status: 'queued', waitsFor: 'slot' }
    case 'cancelled':
      return { ...baseOf(upload), status: 'aborted' }
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
  const progress = Math.max(upload.progress, Math.min(loaded / total, nearlyAll))
  if (loaded >= total) {
    const { imageId, attempt } = upload
    return { ...baseOf(upload), progress, attempt, imageId, status: 'processing' }
  }
  if (progress === upload.progress && !upload.indeterminate) return upload
  return { ...upload, progress, indeterminate: false }
}

/** Only what failed or was cancelled can begin anew; a file that was refused stays refused. */
function afterEnd(upload: Upload, event: UploadEvent): Upload {
  const again = upload.status === 'error' || upload.status === 'aborted'
  if (event.type !== 'retried' || !again) return upload
  return {
    ...baseOf(upload),
    progress: 0,
    attempt: 0,
    status: 'queued',
    waitsFor: 'slot',
  }
}

/** The fields that an upload has in every status. */
function baseOf({
  id,
  file,
  name,
  size,
  type,
  width,
  height,
  metadata,
  prepared,
}: Upload): Pick<
  Upload,
  'id' | 'file' | 'name' | 'size' | 'type' | 'width' | 'height' | 'metadata' | 'prepared'
> {
  return { id, file, name, size, type, width, height, metadata, prepared }
}
