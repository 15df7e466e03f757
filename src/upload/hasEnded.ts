import type { Upload } from './Upload.ts'

/** An upload to which nothing more happens by itself. */
export type EndedUpload = Extract<
  Upload,
  { status: 'rejected' | 'success' | 'error' | 'aborted' }
>

/** Whether nothing more happens to the upload by itself: only what is on its way has bytes to count. */
export function hasEnded(upload: Upload): upload is EndedUpload {
  return !('progress' in upload)
}
