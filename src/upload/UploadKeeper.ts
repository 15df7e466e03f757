import type { Mint } from '../api/CloudflareImage.ts'
import type { UploadMetadata } from './UploadOptions.ts'

/** What is kept of an upload until it has ended. */
export interface KeptUpload {
  /** The upload's id. */
  id: string
  /** The file as it was chosen. */
  file: File
  /** What the app sends along. */
  metadata?: UploadMetadata | undefined
  /** The image that was reserved last; whether it has arrived is asked before another is. */
  mint?: Mint | undefined
}

/** Keeps uploads beyond the life of a page. None of it rejects: what cannot be kept goes up all the same. */
export interface UploadKeeper {
  /** Keeps an upload, in place of what was kept under its id. */
  readonly keep: (upload: KeptUpload) => Promise<void>
  /** Lets go of an upload that has ended. */
  readonly forget: (id: string) => Promise<void>
  /** Gives what pages that are gone have left behind, each to one page only. */
  readonly restore: () => Promise<readonly KeptUpload[]>
  /** Whether it can keep anything; where it cannot, a person is asked before they leave. @default true */
  readonly isAble?: (() => boolean) | undefined
}
