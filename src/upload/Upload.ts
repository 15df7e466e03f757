import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'

/** One word for where an upload is. */
export type UploadStatus = Upload['status']

/** What is known about an upload at any time. */
interface UploadBase {
  /** Ours, the same from the drop to the end; never made of name, size or type, which two files may share. */
  readonly id: string
  /** The file as it was chosen. */
  readonly file: File
  /** The file's name. */
  readonly name: string
  /** Bytes of the file as it was chosen. */
  readonly size: number
  /** MIME type by the first bytes; until they are read, what the browser says, which may be empty. */
  readonly type: string
  /** Width in pixels after EXIF rotation, once the header was read; absent where the format does not say. */
  readonly width?: number | undefined
  /** Height in pixels after EXIF rotation, once the header was read; absent where the format does not say. */
  readonly height?: number | undefined
  /** Frames of an animation, 1 otherwise, once the header was read. */
  readonly frames?: number | undefined
  /** What the app sends along to its backend. */
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  /** What was done to the file before it was sent, where anything was. */
  readonly prepared?: PreparedFile | undefined
  /** Says that the bytes go, or went, by the fallback: the upload host could not be reached. */
  readonly via?: 'fallback' | undefined
}

/** What became of a file while it was prepared. */
export interface PreparedFile {
  /** Bytes that are sent. */
  readonly size: number
  /** Width in pixels that are sent, where it changed. */
  readonly width?: number | undefined
  /** Height in pixels that are sent, where it changed. */
  readonly height?: number | undefined
  /** Whether what the file says about its place may still be in it. */
  readonly keepsLocation?: boolean | undefined
}

/** What waits or works has sent a share of its bytes, which never falls, over all attempts. */
interface Sent {
  /** Share of the bytes that were sent, 0 to 0.99; it never falls, not even when an attempt starts over. */
  readonly progress: number
  /** Attempts that were begun. */
  readonly attempt: number
}

/** Refused before it was sent; `error` says why. Never goes to the network. */
export interface RejectedUpload extends UploadBase {
  readonly status: 'rejected'
  readonly error: ImagesError
}

/** Waits for its turn, for the network, or to be tried again. */
export interface QueuedUpload extends UploadBase, Sent {
  readonly status: 'queued'
  /** What it waits for: a free slot, the network, or the time of the next attempt. */
  readonly waitsFor: 'slot' | 'network' | 'retry'
  /** Why the attempt before failed, where there was one. */
  readonly error?: ImagesError | undefined
}

/** Its bytes are being read, checked or changed. */
export interface PreparingUpload extends UploadBase, Sent {
  readonly status: 'preparing'
}

/** Asks the backend for a one-time upload URL, or whether an earlier attempt had arrived after all. */
export interface RequestingUpload extends UploadBase, Sent {
  readonly status: 'requesting'
}

/** Its bytes are leaving. */
export interface UploadingUpload extends UploadBase, Sent {
  readonly status: 'uploading'
  /** The id that the image will have. */
  readonly imageId: string
  /** True where the browser tells nothing about the bytes; then `progress` says nothing either. */
  readonly indeterminate: boolean
}

/** Its last byte has left; Cloudflare reads the picture. */
export interface ProcessingUpload extends UploadBase, Sent {
  readonly status: 'processing'
  /** The id that the image will have. */
  readonly imageId: string
}

/** Stopped by `pause()`; `resume()` goes on. */
export interface PausedUpload extends UploadBase, Sent {
  readonly status: 'paused'
}

/** Stored at Cloudflare. */
export interface SuccessfulUpload extends UploadBase {
  readonly status: 'success'
  /** The id of the stored image. */
  readonly imageId: string
  /** The stored image. */
  readonly image: CloudflareImage
}

/** Failed for good; `retry(id)` begins anew. */
export interface FailedUpload extends UploadBase {
  readonly status: 'error'
  readonly error: ImagesError
  /** Attempts that were made. */
  readonly attempt: number
}

/** Cancelled; `retry(id)` begins anew. */
export interface AbortedUpload extends UploadBase {
  readonly status: 'aborted'
}

/**
 * One file on its way, told apart by `status`: a field exists only in the statuses where it means something.
 *
 * @example
 * ```ts
 * import type { Upload } from 'react-cloudflare-images'
 *
 * const idOf = (upload: Upload) => (upload.status === 'success' ? upload.imageId : undefined)
 * ```
 */
export type Upload =
  | RejectedUpload
  | QueuedUpload
  | PreparingUpload
  | RequestingUpload
  | UploadingUpload
  | ProcessingUpload
  | PausedUpload
  | SuccessfulUpload
  | FailedUpload
  | AbortedUpload
