import type { Mint } from '../api/CloudflareImage.ts'
import { keptMints } from './keptMints.ts'
import type { Upload } from './Upload.ts'
import type { UploadMetadata } from './UploadOptions.ts'

/** A file that is to be uploaded. */
export interface NewUploadOptions {
  /** The one that it had on an earlier page, else a new one. */
  id: string
  file: File
  metadata?: UploadMetadata | undefined
  /** The image that an earlier page had reserved for it. @default none */
  mint?: Mint | undefined
}

/** An upload at its very beginning. */
export function newUpload({ id, file, metadata, mint }: NewUploadOptions): Upload {
  if (mint) keptMints.set(file, mint)
  const { name, size, type } = file
  return {
    id,
    file,
    name,
    size,
    type,
    metadata,
    status: 'preparing',
    progress: 0,
    attempt: 0,
  }
}

/** An id apart from those of all others. */
export const newUploadId = (): string => `upload-${page}-${(count += 1)}`

let count = 0

/** Apart from the ids of other pages, which may have left uploads behind. */
const page = Math.random().toString(36).slice(2, 8)
