import type { CloudflareImage, MintRequest } from '../api/CloudflareImage.ts'
import type { ImagesApi } from '../api/ImagesApi.ts'

/** What is sent another way, once the upload host could not be reached. */
export interface FallbackRequest {
  /** The client of the backend, where there is one. */
  api: ImagesApi | undefined
  /** The file as it was prepared. */
  file: File
  /** What the backend is told of it. */
  mint: MintRequest
  /** Aborts when the upload is cancelled. */
  signal: AbortSignal
}

/** Sends a file another way; undefined where it cannot. */
export type UploadFallback = (
  request: FallbackRequest,
) => Promise<CloudflareImage | undefined>

/**
 * A fallback that sends the bytes through your backend when Cloudflare's upload host cannot be reached. The backend
 * has to serve `POST {endpoint}/-/proxy`, as `createImagesHandler` does.
 *
 * @example
 * ```tsx
 * import { ImageUploader, viaBackend } from 'react-cloudflare-images'
 *
 * const fallback = viaBackend()
 * export const Photos = () => <ImageUploader multiple endpoint="/api/images" fallback={fallback} />
 * ```
 */
export function viaBackend(): UploadFallback {
  return async ({ api, file, mint, signal }) => api?.proxy(file, mint, { signal })
}
