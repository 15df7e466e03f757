import type {
  BatchToken,
  HostedConfig,
  HostedDirectUpload,
  HostedImage,
  HostedStats,
  HostedVariant,
  SigningKey,
} from '../api/HostedImage.ts'

/** What every call to Cloudflare takes. */
export interface ClientCallOptions {
  /** Gives the call up, its retries too. */
  signal?: AbortSignal | undefined
}

/** What can be set on an image while it comes into being. */
export interface NewImageOptions extends ClientCallOptions {
  /** A custom id of up to 1,024 characters; such an image can never be private. @default one of Cloudflare's */
  id?: string | undefined
  /** At most 1,024 bytes as JSON. */
  metadata?: Readonly<Record<string, unknown>> | undefined
  /** Whose image it is. */
  creator?: string | undefined
  /** Makes the image private. @default false */
  requireSignedURLs?: boolean | undefined
}

/** Bytes of a picture; a stream is sent on as it comes and is never held whole. */
export type UploadBody = Blob | BufferSource | ReadableStream<Uint8Array>

/** How an image is uploaded through this server. */
export interface UploadImageOptions extends NewImageOptions {
  /** Name of the file. @default the name of a `File`, else 'image' */
  filename?: string | undefined
  /** MIME type. @default the type of a `Blob`, else 'application/octet-stream', which makes Cloudflare look for itself */
  type?: string | undefined
}

/** How a one-time upload URL is made. */
export interface DirectUploadOptions extends NewImageOptions {
  /** Seconds that the URL is good for; more than 120 and less than 21,600. @default 1800, by Cloudflare */
  expiresIn?: number | undefined
}

/** What to list. */
export interface ListQuery extends ClientCallOptions {
  /** `cursor` of the page before. */
  cursor?: string | undefined
  /** Images on a page, at most 1,000. @default 1000, by Cloudflare */
  limit?: number | undefined
  /** By time of upload. @default 'newest' */
  sort?: 'newest' | 'oldest' | undefined
  /** Whose images; the empty text means those of nobody, leaving it out means everybody's. */
  creator?: string | undefined
  /** Metadata filters such as `{ 'album[eq]': 'summer' }`; without an operator the value must be equal. */
  meta?: Readonly<Record<string, string | number | boolean>> | undefined
}

/** One page of a list; only an absent `cursor` is the end. */
export interface ImageList {
  images: HostedImage[]
  cursor?: string | undefined
}

/** What can be changed on an image; what is left out stays. */
export interface HostedImagePatch {
  /** Replaces the whole of the metadata. */
  metadata?: Readonly<Record<string, unknown>> | undefined
  /** Changes who may see it; the image may get a new id by it. */
  requireSignedURLs?: boolean | undefined
  /** Gives the image to somebody else. */
  creator?: string | undefined
}

/** How a delivery URL is signed. */
export interface SignImageUrlOptions extends ClientCallOptions {
  /** Seconds from now that the URL is good for. */
  expiresIn?: number | undefined
  /** When the URL expires, a date or Unix seconds; instead of `expiresIn`. */
  expiresAt?: Date | number | undefined
  /** Name of the account's signing key. @default 'default', else the first */
  keyName?: string | undefined
}

/** What Cloudflare's REST API and the Workers binding both can do; the handler needs no more. */
export interface HostedImagesClient {
  /** Uploads a picture through this server. */
  readonly upload: (
    file: UploadBody,
    options?: UploadImageOptions,
  ) => Promise<HostedImage>
  /** Reserves an id and a one-time upload URL. */
  readonly createDirectUpload: (
    options?: DirectUploadOptions,
  ) => Promise<HostedDirectUpload>
  /** One page of images, newest first unless told otherwise; never drafts. */
  readonly list: (query?: ListQuery) => Promise<ImageList>
  /** Every image, page after page, one call for each. */
  readonly listAll: (query?: ListQuery) => AsyncIterable<HostedImage>
  /** One image, a draft too; rejects with `not-found`. */
  readonly get: (id: string, options?: ClientCallOptions) => Promise<HostedImage>
  /** Changes an image; the answer's id may be a new one. */
  readonly update: (
    id: string,
    patch: HostedImagePatch,
    options?: ClientCallOptions,
  ) => Promise<HostedImage>
  /** Deletes an image for good; succeeds also where it is already gone. */
  readonly delete: (id: string, options?: ClientCallOptions) => Promise<void>
  /** The bytes as they were uploaded, to be streamed on. */
  readonly blob: (id: string, options?: ClientCallOptions) => Promise<Response>
  /** The signed URL of a named variant; unsigned where the variant never needs a signature. */
  readonly signUrl: (
    id: string,
    variant: string,
    options?: SignImageUrlOptions,
  ) => Promise<string>
}

/** The whole of Cloudflare's API for hosted images. */
export interface ImagesClient extends HostedImagesClient {
  /** Has Cloudflare fetch a picture; this server never does. */
  readonly importFromUrl: (url: string, options?: NewImageOptions) => Promise<HostedImage>
  /** The account's signing keys. They sign for every image: keep them on the server. */
  readonly keys: {
    readonly list: (options?: ClientCallOptions) => Promise<SigningKey[]>
    /** Makes a key, or a new value for the key of that name; answers all keys. */
    readonly create: (name: string, options?: ClientCallOptions) => Promise<SigningKey[]>
    /** Deletes a key, and with it every URL it signed; answers the keys that are left. */
    readonly delete: (name: string, options?: ClientCallOptions) => Promise<SigningKey[]>
  }
  /** The account's named variants. */
  readonly variants: {
    /** All of them, by name. */
    readonly list: (options?: ClientCallOptions) => Promise<Record<string, HostedVariant>>
    readonly get: (name: string, options?: ClientCallOptions) => Promise<HostedVariant>
    readonly create: (
      variant: HostedVariant,
      options?: ClientCallOptions,
    ) => Promise<HostedVariant>
    /** Changes a variant, and purges what was made with it. */
    readonly update: (
      name: string,
      patch: Partial<Omit<HostedVariant, 'id'>>,
      options?: ClientCallOptions,
    ) => Promise<HostedVariant>
    readonly delete: (name: string, options?: ClientCallOptions) => Promise<void>
  }
  /** The account's settings. */
  readonly config: {
    readonly get: (options?: ClientCallOptions) => Promise<HostedConfig>
    readonly update: (
      patch: HostedConfig,
      options?: ClientCallOptions,
    ) => Promise<HostedConfig>
  }
  /** How many images the account holds, and may hold. */
  readonly stats: (options?: ClientCallOptions) => Promise<HostedStats>
  /** A short-lived token for the batch host. */
  readonly batchToken: (options?: ClientCallOptions) => Promise<BatchToken>
}
