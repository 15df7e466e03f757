import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { controlReducer } from './controlReducer.ts'
import type { ControlEvent } from './controlReducer.ts'
import { hasEnded } from './hasEnded.ts'
import { intoStatus } from './intoStatus.ts'
import type { PreparedFile, QueuedUpload, Upload } from './Upload.ts'

/** What can happen to an upload, in the past tense. */
export type UploadEvent =
  | ControlEvent
  | {
      type: 'checked'
      mime: string
      width?: number | undefined
      height?: number | undefined
      frames?: number | undefined
    }
  | { type: 'waited'; waitsFor: QueuedUpload['waitsFor'] }
  | { type: 'opened' }
  | { type: 'prepared'; prepared?: PreparedFile | undefined }
  | { type: 'reserved'; imageId: string }
  | { type: 'moved'; loaded: number; total?: number | undefined }
  | { type: 'sent' }
  | { type: 'diverted' }
  | { type: 'stored'; image: CloudflareImage }
  | { type: 'delayed'; error: ImagesError }

/** What the upload is after the event. Pure; an event that makes no sense changes nothing, and gives the same object. */
export function uploadReducer(upload: Upload, event: UploadEvent): Upload {
  if (hasEnded(upload))
    return event.type === 'retried' ? controlReducer(upload, event) : upload
  const { status, progress, attempt } = upload
  const sent = { progress, attempt }
  switch (event.type) {
    case 'checked': {
      const { mime: type, width, height, frames } = event
      const checked = { ...upload, type, width, height, frames }
      return status === 'preparing'
        ? intoStatus(checked, 'queued', { ...sent, waitsFor: 'slot' })
        : checked
    }
    case 'waited':
      if (status !== 'queued' || upload.waitsFor === event.waitsFor) return upload
      return { ...upload, waitsFor: event.waitsFor }
    case 'opened':
      if (status !== 'queued') return upload
      return intoStatus(upload, 'preparing', { progress, attempt: attempt + 1 })
    case 'prepared': {
      if (status !== 'preparing') return upload
      const { prepared = upload.prepared } = event
      return intoStatus({ ...upload, prepared }, 'requesting', sent)
    }
    case 'reserved': {
      if (status !== 'requesting') return upload
      const { imageId } = event
      return intoStatus(upload, 'uploading', { ...sent, imageId, indeterminate: true })
    }
    case 'moved':
      return status === 'uploading' ? afterMove(upload, event) : upload
    case 'sent':
      if (status !== 'uploading') return upload
      return intoStatus(upload, 'processing', { ...sent, imageId: upload.imageId })
    case 'diverted':
      return intoStatus({ ...upload, via: 'fallback' }, 'requesting', sent)
    case 'delayed': {
      const { error } = event
      return intoStatus(upload, 'queued', { ...sent, waitsFor: 'retry', error })
    }
    case 'stored': {
      const { image } = event
      return intoStatus(upload, 'success', { imageId: image.id, image })
    }
    case 'refused':
    case 'failed':
    case 'paused':
    case 'resumed':
    case 'cancelled':
    case 'retried':
      return controlReducer(upload, event)
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
  if (loaded >= total)
    return intoStatus(upload, 'processing', { progress, attempt, imageId })
  if (progress === upload.progress && !upload.indeterminate) return upload
  return { ...upload, progress, indeterminate: false }
}
