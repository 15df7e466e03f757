import type { ImageFacts } from './ImageFacts.ts'

/** An image as our backend returns it to a browser: no `creator`, no keys. */
export interface CloudflareImage {
  /** UUID-shaped, or a custom id, which may hold slashes. */
  id: string
  /** Basename of the uploaded file. */
  filename: string
  /** When the bytes arrived, ISO 8601. */
  uploaded: string
  /** Whether its variants need a signature; then `urls` holds the ones that were asked for. */
  requireSignedURLs: boolean
  /** The app's own metadata and, under `rci`, our facts. */
  meta: ImageMeta
  /** True until the bytes arrived. */
  draft?: boolean | undefined
  /** Unsigned delivery URLs, one per named variant; absent for private images. */
  variants?: string[] | undefined
  /** Delivery URLs by variant name, signed where needed, for the names asked for with `urls=`. */
  urls?: Record<string, string> | undefined
}

/** An image's metadata: the app's fields, and our facts under one reserved key. */
export interface ImageMeta {
  readonly [field: string]: unknown
  readonly rci?: ImageFacts | undefined
}

/** One page of images; only an absent `cursor` means the end, a page may be shorter than asked. */
export interface ImagePage {
  images: CloudflareImage[]
  cursor?: string | undefined
}

/** What a browser sends to have one upload URL minted. */
export interface MintRequest {
  filename: string
  /** MIME type, sniffed from the first bytes where the browser does not know it. */
  type: string
  /** Bytes. */
  size: number
  facts?: ImageFacts | undefined
  metadata?: Record<string, unknown> | undefined
}

/** A freshly minted one-time upload URL. */
export interface Mint {
  /** The id that the image will have. */
  id: string
  /** Takes one multipart POST with a part named `file`. */
  uploadURL: string
  /** ISO 8601. */
  expiresAt?: string | undefined
}

/** A merge patch: a field that is absent stays, one that is null goes. */
export interface ImagePatch {
  metadata?: Record<string, unknown> | undefined
  alt?: string | null | undefined
  /** Fractions of width and height, 0 to 1. */
  focalPoint?: readonly [x: number, y: number] | null | undefined
  requireSignedURLs?: boolean | undefined
}

/** What to list. */
export interface ImageFilters {
  /** By upload time. @default 'newest' */
  sort?: 'newest' | 'oldest' | undefined
  /** Images per page, 1 to 1000. @default 50 */
  limit?: number | undefined
  /** Named variants whose URLs come along, signed where needed. */
  urls?: readonly string[] | undefined
  /**
   * Metadata filters on fields that the backend allows: `{ album: 'summer' }`, or with an operator
   * `{ 'rating[gte]': 4 }`. At most five; all must hold.
   */
  meta?: Readonly<Record<string, string | number | boolean>> | undefined
}
