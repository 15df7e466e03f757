import type { UploaderRowLabels } from './uploaderRowLabels.ts'

/** The words of `ImageUploader`; those with a number or a name are functions, so that any language can say them. */
export interface UploaderLabels extends UploaderRowLabels {
  /** Names the whole for screen readers. */
  uploader: string
  /** Stands on the button that opens the file dialog. */
  choose: (options: { multiple: boolean }) => string
  /** Stands on the button that opens the camera. */
  camera: string
  /** Stands beside the button: what a mouse may do instead. */
  drop: (options: { multiple: boolean }) => string
  /** Stands in the drop area while files are held over it. */
  dropHere: string
  /** Stands in the drop area while something that is not taken is held over it. */
  dropRefused: string
  /** Says what is taken. */
  hint: (options: { formats: readonly string[]; maxSize: string }) => string
  /** Names the input that a test or a script gives files to; the button stands for it. */
  input: string
  /** Names the list of files. */
  list: string
  /** The name of a picture that was uploaded before. */
  stored: string
  /** A size in bytes. */
  size: (bytes: number) => string
  /** A size in bytes before and after a picture was made to fit. */
  shrunk: (before: number, after: number) => string
  /** The word for each status. */
  status: UploaderStatusLabels
  /** Names the button that takes a file out of the list. */
  remove: (name: string) => string
  /** Said to screen readers when the totals change: never percents. */
  announce: (totals: UploaderTotals) => string
  /** Keeps a form from being sent while files are on their way. */
  pending: string
}

/** The word for each thing a file may wait for or do. */
export interface UploaderStatusLabels {
  rejected: string
  queued: string
  /** Waits for the network. */
  offline: string
  /** Waits to be tried again. */
  retrying: string
  preparing: string
  requesting: string
  uploading: string
  processing: string
  paused: string
  success: string
  error: string
  aborted: string
}

/** How many files came to what end. */
export interface UploaderTotals {
  /** Still on their way. */
  pending: number
  succeeded: number
  /** Failed or refused. */
  failed: number
}

/** The words of `ImageUploader` before the first file comes, in English. */
export const uploaderLabels: Omit<UploaderLabels, keyof UploaderRowLabels> = {
  uploader: 'Upload pictures',
  choose: ({ multiple }) => (multiple ? 'Choose pictures' : 'Choose a picture'),
  camera: 'Take a photo',
  drop: ({ multiple }) => (multiple ? 'or drop them here' : 'or drop it here'),
  dropHere: 'Let go to upload',
  dropRefused: 'This cannot be uploaded here',
  hint: ({ formats, maxSize }) => `${listOf(formats)}, up to ${maxSize} each`,
  input: 'Picture files',
  list: 'Files',
  stored: 'Picture',
  size: sizeOf,
  shrunk: (before, after) => `${sizeOf(before)} → ${sizeOf(after)}`,
  status: {
    rejected: 'Not accepted',
    queued: 'Waiting',
    offline: 'Waiting for the network',
    retrying: 'Trying again soon',
    preparing: 'Preparing',
    requesting: 'Starting',
    uploading: 'Uploading',
    processing: 'Finishing',
    paused: 'Paused',
    success: 'Uploaded',
    error: 'Failed',
    aborted: 'Cancelled',
  },
  remove: (name) => `Remove ${name}`,
  announce: ({ pending, succeeded, failed }) =>
    [
      pending && `${filesOf(pending)} uploading`,
      succeeded && `${filesOf(succeeded)} uploaded`,
      failed && `${filesOf(failed)} failed`,
    ]
      .filter(Boolean)
      .join(', '),
  pending: 'Wait until all pictures are uploaded.',
}

function filesOf(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}

function listOf(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.0', '')} MB`
}
