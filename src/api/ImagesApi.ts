import type {
  CloudflareImage,
  ImageFilters,
  ImagePage,
  ImagePatch,
  Mint,
  MintRequest,
} from './CloudflareImage.ts'
import type {
  HostedConfig,
  HostedStats,
  HostedVariant,
  HostedVariantOptions,
} from './HostedImage.ts'

/** What every call takes beside its arguments. */
export interface CallOptions {
  /** Gives the call up. */
  signal?: AbortSignal | undefined
  /** Lets the call outlive the page, as `fetch` does. */
  keepalive?: boolean | undefined
}

/**
 * The browser's side of the protocol: one function per call, each rejecting with an `ImagesError` only. Members
 * are function properties, so they pass unbound.
 */
export interface ImagesApi {
  /** The URL prefix that the backend serves; part of every query key. */
  readonly endpoint: string
  /** Reserves an id and a one-time upload URL. */
  readonly mint: (request: MintRequest, options?: CallOptions) => Promise<Mint>
  /** One page of the user's own images, newest first unless told otherwise. */
  readonly list: (
    query?: ImageFilters & { cursor?: string | undefined },
    options?: CallOptions,
  ) => Promise<ImagePage>
  /** One image; `draft` is true until its bytes arrived. */
  readonly get: (
    id: string,
    options?: CallOptions & { urls?: readonly string[] | undefined },
  ) => Promise<CloudflareImage>
  /** Changes an image by merge patch; the answer's id may be a new one. */
  readonly update: (
    id: string,
    patch: ImagePatch,
    options?: CallOptions,
  ) => Promise<CloudflareImage>
  /** Deletes an image; succeeds also where it is already gone. */
  readonly delete: (id: string, options?: CallOptions) => Promise<void>
  /** Deletes up to 500 images, and says which failed. */
  readonly deleteMany: (
    ids: readonly string[],
    options?: CallOptions,
  ) => Promise<{ deleted: string[]; failed: Record<string, string> }>
  /** Signed URLs of named variants, for up to 100 images. */
  readonly signedUrls: (
    ids: readonly string[],
    variants: readonly string[],
    options?: CallOptions,
  ) => Promise<{ urls: Record<string, Record<string, string>>; expiresAt: string }>
  /** Tells the backend that these images are in use, so that its sweep keeps them. */
  readonly confirm: (ids: readonly string[], options?: CallOptions) => Promise<void>
  /** The user's own image with this SHA-256, where there is one. */
  readonly find: (
    sha: string,
    options?: CallOptions,
  ) => Promise<{ image?: CloudflareImage | undefined }>
  /** Uploads through the backend, for when the upload host cannot be reached. */
  readonly proxy: (
    file: File,
    mint: MintRequest,
    options?: CallOptions,
  ) => Promise<CloudflareImage>
  /** Has Cloudflare fetch an image from a URL. */
  readonly import: (
    request: { url: string; metadata?: Record<string, unknown> | undefined },
    options?: CallOptions,
  ) => Promise<CloudflareImage>
  /** How many images the account holds and may hold. Needs an admin. */
  readonly stats: (options?: CallOptions) => Promise<HostedStats>
  /** The account's named variants by name. Needs an admin. */
  readonly variants: (
    options?: CallOptions,
  ) => Promise<{ variants: Record<string, HostedVariant> }>
  /** Creates a named variant. Needs an admin. */
  readonly createVariant: (
    variant: HostedVariant,
    options?: CallOptions,
  ) => Promise<{ variant: HostedVariant }>
  /** Changes a named variant. Needs an admin. */
  readonly updateVariant: (
    name: string,
    patch: {
      options?: HostedVariantOptions
      neverRequireSignedURLs?: boolean | undefined
    },
    options?: CallOptions,
  ) => Promise<{ variant: HostedVariant }>
  /** Deletes a named variant. Needs an admin. */
  readonly deleteVariant: (name: string, options?: CallOptions) => Promise<void>
  /** The account's settings. Needs an admin. */
  readonly config: (options?: CallOptions) => Promise<HostedConfig>
  /** Changes the account's settings. Needs an admin. */
  readonly updateConfig: (
    patch: HostedConfig,
    options?: CallOptions,
  ) => Promise<HostedConfig>
}
