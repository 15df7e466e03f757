import type { ImagesError } from '../api/ImagesError.ts'
import { hasEnded } from './hasEnded.ts'
import { intoStatus } from './intoStatus.ts'
import type { Upload } from './Upload.ts'

/** What can happen to an upload before anything was sent too, in the past tense. */
export type ControlEvent =
  | { type: 'refused'; error: ImagesError }
  | { type: 'failed'; error: ImagesError }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'cancelled' }
  | { type: 'retried' }

/**
 * What the upload is after such an event. Pure; an event that makes no sense changes nothing, and gives the same object.
 *
 * Apart from `uploadReducer`, which comes with what sends files, so that a page which waits for files stays light.
 */
export function controlReducer(upload: Upload, event: ControlEvent): Upload {
  if (hasEnded(upload)) return afterEnd(upload, event)
  const { status, progress, attempt } = upload
  const sent = { progress, attempt }
  switch (event.type) {
    case 'paused':
      if (status === 'paused' || status === 'processing') return upload
      return intoStatus(upload, 'paused', sent)
    case 'resumed':
      if (status !== 'paused') return upload
      return intoStatus(upload, 'queued', { ...sent, waitsFor: 'slot' })
    case 'refused':
      return intoStatus(upload, 'rejected', { error: event.error })
    case 'failed':
      return intoStatus(upload, 'error', { error: event.error, attempt })
    case 'cancelled':
      return intoStatus(upload, 'aborted', {})
    case 'retried':
      return upload
  }
}

/** Only what failed or was cancelled can begin anew; a file that was refused stays refused. */
function afterEnd(upload: Upload, event: ControlEvent): Upload {
  const again = upload.status === 'error' || upload.status === 'aborted'
  if (event.type !== 'retried' || !again) return upload
  const anew = { ...upload, via: undefined }
  return intoStatus(anew, 'queued', { progress: 0, attempt: 0, waitsFor: 'slot' })
}
