import type { Upload } from './Upload.ts'
import type { Uploader } from './Uploader.ts'

/** Knows every uploader below one provider, so that rows, lists and trays can stand anywhere. */
export interface UploadRegistry {
  /** Hears of every change; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void
  /** All uploads, uploader by uploader; the same list while only bytes move. */
  readonly getUploads: () => readonly Upload[]
  /** One upload as it is now. */
  readonly getUpload: (id: string) => Upload | undefined
  /** Takes an uploader in; returns what lets it go. */
  readonly add: (uploader: Uploader) => () => void
  /** Aborts and forgets every upload, for when another person signs in. */
  readonly reset: () => void
}
