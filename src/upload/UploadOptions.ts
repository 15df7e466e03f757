import type { CloudflareImage, Mint, MintRequest } from '../api/CloudflareImage.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { Transport } from '../api/Transport.ts'
import type { UploadDedupe } from './bySha256.ts'
import type { PrepareStep } from './PrepareStep.ts'
import type { UploadKeeper } from './UploadKeeper.ts'
import type { UploadFallback } from './viaBackend.ts'
import type {
  AbortedUpload,
  FailedUpload,
  RejectedUpload,
  SuccessfulUpload,
  UploadingUpload,
} from './Upload.ts'

/** How an uploader takes, sends and reports files. All is optional below an `ImagesProvider`. */
export interface UploadOptions {
  /** URL prefix that your backend serves. @default the provider's */
  endpoint?: string | undefined
  /** The client of your backend, where it needs headers or credentials. @default the provider's */
  api?: ImagesApi | undefined
  /**
   * Mints one one-time upload URL, in place of `endpoint` or `api`; called once for every attempt. Without
   * `checkUpload` an attempt that was cut off ends as `outcome-unknown`, since sending it again might store it twice.
   */
  requestUpload?: ((request: UploadRequest) => Promise<Mint>) | undefined
  /** Tells whether an upload had arrived after all: `draft` is true until its bytes are there. */
  checkUpload?:
    | ((id: string, options: { signal: AbortSignal }) => Promise<CheckedUpload>)
    | undefined
  /**
   * MIME types that are taken: a list, text as in HTML's `accept`, or a map as in react-dropzone. Told by a file's
   * first bytes, not by its name. @default every type that Cloudflare Images takes except SVG, which a backend takes only
   * where it is told to
   */
  accept?: string | readonly string[] | Readonly<Record<string, unknown>> | undefined
  /** Bytes of the largest file that is taken. @default 10000000, Cloudflare's limit */
  maxSize?: number | undefined
  /** How many files are taken, together with those that are already here. @default Infinity */
  maxFiles?: number | undefined
  /** What becomes of a drop with too many files: the first are taken, or none is. @default 'take-first' */
  overflow?: 'take-first' | 'reject-all' | undefined
  /** Whether new files take the place of those that are here; what is stored stays until then. @default false */
  replace?: boolean | undefined
  /** Whether folders are taken, with the pictures that are in them; the file dialog then asks for a folder. @default false */
  directory?: boolean | undefined
  /** Whether no files are taken for now. @default false */
  disabled?: boolean | undefined
  /** A check of your own; whatever it returns but nothing refuses the file, with that as the reason. */
  validate?:
    | ((file: File, facts: ValidationFacts) => UploadVerdict | Promise<UploadVerdict>)
    | undefined
  /**
   * Steps that change a file before it is sent, one after the other; `[]` sends every file as it came.
   * @default [stripLocation()], which takes out where a picture was taken and leaves its pixels alone
   */
  prepare?: readonly PrepareStep[] | undefined
  /** Sent to your backend, which decides what to keep; a function is asked for each file. */
  metadata?: UploadMetadata | ((file: File) => UploadMetadata | undefined) | undefined
  /** Whether files go up at once; otherwise they wait for `resume()`. @default true */
  autoStart?: boolean | undefined
  /** How many files go up at a time. @default 3 */
  concurrency?: number | undefined
  /** How often a failed attempt that may succeed is repeated, or whether it is. @default 3 */
  retry?:
    | boolean
    | number
    | ((failureCount: number, error: ImagesError) => boolean)
    | undefined
  /**
   * Milliseconds before the next attempt; never less than `Retry-After` asks for.
   * @default 1000 × 2ⁿ up to 30000, of which up to half is taken off at random
   */
  retryDelay?: number | ((failureCount: number, error: ImagesError) => number) | undefined
  /** Whether uploads wait while the browser is offline, or are tried all the same. @default 'online' */
  networkMode?: 'online' | 'always' | undefined
  /** Milliseconds without any progress until an attempt is given up. @default 60000 */
  timeout?: number | undefined
  /** What becomes of running uploads when the component goes. @default 'abort' */
  onUnmount?: 'abort' | 'continue' | undefined
  /** Another way for the bytes when the upload host cannot be reached, such as `viaBackend()`. @default none */
  fallback?: UploadFallback | undefined
  /** Keeps files until they are stored, so that a reload loses none, such as `indexedDbQueue()`. @default none */
  persist?: UploadKeeper | undefined
  /** Looks whether a file is stored already before it is sent, such as `bySha256()`. @default none */
  dedupe?: UploadDedupe | undefined
  /** Whether the browser asks before a page with unfinished uploads is left. @default true, but where `persist` keeps them */
  leaveGuard?: boolean | undefined
  /** Carries the bytes. @default an XMLHttpRequest, which tells its progress */
  transport?: Transport | undefined
  /** Called as bytes leave, at most once per frame and upload. */
  onProgress?: ((upload: UploadingUpload) => void) | undefined
  /** Called when a file is stored. */
  onSuccess?: ((upload: SuccessfulUpload) => void) | undefined
  /** Called when a file is refused or has failed for good. */
  onError?:
    | ((error: ImagesError, upload: RejectedUpload | FailedUpload) => void)
    | undefined
  /** Called when nothing is left to do, with all that ended since the last time. */
  onSettled?: ((settled: SettledUploads) => void) | undefined
}

/** What travels to the backend beside a file. */
export type UploadMetadata = Readonly<Record<string, unknown>>

/** What `requestUpload` is told. */
export interface UploadRequest extends MintRequest {
  /** The file that will be sent. */
  file: File
  /** 1 for the first attempt. */
  attempt: number
  /** Aborts when the upload is cancelled. */
  signal: AbortSignal
}

/** What `checkUpload` answers: at least whether the image is still a draft. */
export type CheckedUpload = Partial<CloudflareImage>

/** What `validate` is told beside the file. */
export interface ValidationFacts {
  /** MIME type by the first bytes. */
  type: string
  /** Width in pixels after EXIF rotation, where the header says. */
  width?: number | undefined
  /** Height in pixels after EXIF rotation, where the header says. */
  height?: number | undefined
  /** All files that were chosen together. */
  siblings: readonly File[]
}

/** Nothing, or why a file is refused. */
export type UploadVerdict =
  | null
  | undefined
  | string
  | { readonly code?: ImagesErrorCode | undefined; readonly message: string }

/** Uploads by how they ended. */
export interface SettledUploads {
  readonly succeeded: readonly SuccessfulUpload[]
  readonly failed: readonly (RejectedUpload | FailedUpload)[]
  readonly aborted: readonly AbortedUpload[]
}
