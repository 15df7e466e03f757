import type { ImagesError } from '../api/ImagesError.ts'
import type { Upload } from './Upload.ts'
import type { SettledUploads, UploadMetadata, UploadOptions } from './UploadOptions.ts'

/** What an uploader shows to the outside. */
export interface UploaderState {
  /** Every file, refused ones too, in the order of their rows; the same list while only bytes move. */
  readonly uploads: readonly Upload[]
  /** One word for all of them. */
  readonly status: 'idle' | 'pending' | 'paused' | 'success' | 'error'
  /** Whether anything waits or works. */
  readonly isPending: boolean
  /** Whether `pause()` was called and `resume()` was not. */
  readonly isPaused: boolean
  /** The error of the first file that was refused or has failed. */
  readonly error: ImagesError | null
  /** How far all files together are, by bytes. */
  readonly progress: TotalProgress
}

/** How far all files together are. */
export interface TotalProgress {
  /** Share of the bytes that arrived or left, 0 to 1; it falls only when files are added. */
  readonly ratio: number
  /** Bytes that arrived or left. */
  readonly loaded: number
  /** Bytes of all files that are stored or on their way. */
  readonly total: number
  /** Bytes per second over the last seconds; undefined until it is known. */
  readonly speed?: number | undefined
  /** Seconds until the last byte has left at that speed; undefined until it is known. */
  readonly secondsLeft?: number | undefined
}

/** What can be done with an uploader. Members are function properties, so they pass unbound. */
export interface UploaderActions {
  /** Takes files and begins; never throws. What is refused is in the answer too, with its error. */
  readonly upload: (
    files: Iterable<File>,
    options?: UploadCallOptions,
  ) => readonly Upload[]
  /** Takes files, begins, and resolves when each of them has ended; never rejects. */
  readonly uploadAsync: (
    files: Iterable<File>,
    options?: UploadCallOptions,
  ) => Promise<SettledUploads>
  /** Cancels one upload, or all that are not done. */
  readonly cancel: (id?: string) => void
  /** Begins a failed or cancelled upload anew, or all that failed. */
  readonly retry: (id?: string) => void
  /** Takes an upload out of the list; nothing is deleted at Cloudflare. */
  readonly remove: (id: string) => void
  /** Stops what is not yet sent; what is being processed ends by itself. */
  readonly pause: () => void
  /** Goes on after `pause()`, or begins where `autoStart` is false. */
  readonly resume: () => void
  /** Cancels and forgets everything. */
  readonly reset: () => void
  /** Puts uploads in this order; those that are not named follow. */
  readonly reorder: (ids: readonly string[]) => void
}

/** What goes with one call. */
export interface UploadCallOptions {
  /** Laid over the metadata of the options, for these files. */
  metadata?: UploadMetadata | undefined
}

/** A queue of uploads that lives outside React. */
export interface Uploader extends UploaderActions {
  /** What an app may do with it, apart from the rest. */
  readonly actions: UploaderActions
  /** Hears of every change: of statuses at once, of bytes once per frame. Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** What is so now; the same object until something changes. */
  readonly getState: () => UploaderState
  /** One upload as it is now, bytes included. */
  readonly getUpload: (id: string) => Upload | undefined
  /**
   * Takes the files of an event and begins. Of many the first is there at once and the others follow, so that nobody
   * waits to see one until the browser has looked at the disk for each.
   */
  readonly take: (files: readonly File[]) => void
  /** Uses these options from now on. */
  readonly setOptions: (options: UploadOptions) => void
  /** Loads what sends files, before the first one comes. */
  readonly preload: () => void
  /**
   * Keeps the uploader alive; what it returns lets it go. Unless somebody holds it a moment later its uploads are
   * aborted, or go on, as `onUnmount` says; `onEnd` is called once nothing is left to do.
   */
  readonly hold: (onEnd: () => void) => () => void
}
