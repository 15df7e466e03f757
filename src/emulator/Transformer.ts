import type { StoredFile } from './Store.ts'

/** A format that delivery can answer with. */
export type OutputFormat = 'avif' | 'webp' | 'jpeg' | 'baseline-jpeg' | 'png' | 'gif'

/** What a transformer is asked for: options already checked, the format already negotiated. */
export interface TransformRequest {
  bytes: Uint8Array<ArrayBuffer>
  file: StoredFile
  /** Options of the leaf or of the named variant. */
  options: TransformPlan
  format: OutputFormat
}

/** The options that change pixels, as in Cloudflare's URL interface, with numbers and words unified. */
export interface TransformPlan {
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly [option: string]: unknown
}

/** What a transformer makes. */
export interface TransformResult {
  bytes: Uint8Array<ArrayBuffer>
  /** MIME type of `bytes`. */
  type: string
  /** Options that were only approximated; named in a `cf-emulator` header. */
  approximate?: readonly string[]
}

/**
 * Looks at and changes pixels. The emulator has no pixels of its own, so that it runs wherever `fetch` does: sharp
 * does the work in Node, OffscreenCanvas in a service worker.
 */
export interface Transformer {
  /** Reads type and size of a picture; rejects with an `ImagesError` where it is damaged or not a picture. */
  readonly inspect: (bytes: Uint8Array<ArrayBuffer>) => Promise<StoredFile>
  /** Makes the picture that the request describes. */
  readonly transform: (request: TransformRequest) => Promise<TransformResult>
}
