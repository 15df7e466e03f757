import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'

/** A file that may be stored already. */
export interface DedupeRequest {
  /** The client of the backend, where there is one. */
  api: ImagesApi | undefined
  /** The file as it was prepared. */
  file: File
  /** Aborts when the upload is cancelled. */
  signal: AbortSignal
}

/** What was found of a file. */
export interface DedupeResult {
  /** Its SHA-256, 64 hex digits, under which it can be found again; undefined where the browser counts none. */
  sha?: string | undefined
  /** The stored image with the same bytes. */
  image?: CloudflareImage | undefined
}

/** Looks for a file among those that are stored. */
export type UploadDedupe = (request: DedupeRequest) => Promise<DedupeResult>

/**
 * Looks for the same bytes among the user's own images before a file is sent, and takes what it finds in its place.
 * The backend has to serve `GET {endpoint}/-/find`, as `createImagesHandler` does; where it cannot tell, the file is
 * sent.
 *
 * @example
 * ```tsx
 * import { bySha256, ImageUploader } from 'react-cloudflare-images'
 *
 * const dedupe = bySha256()
 * export const Photos = () => <ImageUploader multiple dedupe={dedupe} />
 * ```
 */
export function bySha256(): UploadDedupe {
  return async ({ api, file, signal }) => {
    // Browsers hash on secure pages only.
    if (!globalThis.crypto?.subtle) return {}
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    const sha = Array.from(new Uint8Array(digest), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('')
    const found = await api?.find(sha, { signal }).catch(() => undefined)
    return { sha, image: found?.image }
  }
}
