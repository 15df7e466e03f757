/**
 * The part of a Worker's `env.IMAGES` that keeps hosted images, in the shape that Cloudflare publishes.
 *
 * @see https://developers.cloudflare.com/images/storage/binding/
 */
export interface ImagesBinding {
  readonly hosted: {
    upload: (
      image: ReadableStream<Uint8Array> | ArrayBuffer,
      options?: BindingUploadOptions,
    ) => Promise<BindingImage>
    list: (options?: BindingListOptions) => Promise<BindingList>
    createDirectUpload: (
      options?: BindingDirectUploadOptions,
    ) => Promise<{ id: string; uploadURL: string }>
    image: (id: string) => BindingImageHandle
  }
}

/** One hosted image, there or not. */
export interface BindingImageHandle {
  /** Null where there is none. */
  details: () => Promise<BindingImage | null>
  /** The original bytes; null where there are none. */
  bytes: () => Promise<ReadableStream<Uint8Array> | null>
  update: (options: BindingImageFields) => Promise<BindingImage>
  /** False where there was none. */
  delete: () => Promise<boolean>
  signedUrl: (options: BindingSignedUrlOptions) => Promise<string>
}

/** What a binding tells about an image. */
export interface BindingImage {
  id: string
  filename?: string
  uploaded?: string
  requireSignedURLs: boolean
  meta?: Record<string, unknown>
  variants: string[]
  draft?: boolean
  creator?: string
}

/** What can be changed about an image. */
export interface BindingImageFields {
  requireSignedURLs?: boolean | undefined
  metadata?: Record<string, unknown> | undefined
  creator?: string | undefined
}

/** What an image is uploaded with. */
export interface BindingUploadOptions extends BindingImageFields {
  id?: string | undefined
  filename?: string | undefined
  /** How the bytes are written. @default as they are */
  encoding?: 'base64' | undefined
}

/** What a one-time upload URL is minted with. */
export interface BindingDirectUploadOptions extends BindingImageFields {
  id?: string | undefined
  /** Seconds, 120 to 21,600. @default 1800 */
  expiresIn?: number | undefined
}

/** A value that a metadata field must have, or conditions that it must meet. */
export type BindingMetadataFilter =
  | string
  | number
  | boolean
  | {
      eq?: string | number | boolean | undefined
      in?: readonly (string | number)[] | undefined
      gt?: number | undefined
      gte?: number | undefined
      lt?: number | undefined
      lte?: number | undefined
    }

/** What to list. */
export interface BindingListOptions {
  limit?: number | undefined
  cursor?: string | undefined
  /** By upload time. @default 'asc', other than in the API */
  sortOrder?: 'asc' | 'desc' | undefined
  creator?: string | undefined
  filter?:
    | { metadata?: Readonly<Record<string, BindingMetadataFilter>> | undefined }
    | undefined
}

/** One page. */
export interface BindingList {
  images: BindingImage[]
  cursor?: string
  listComplete: boolean
}

/** What is signed, and with what. */
export interface BindingSignedUrlOptions {
  variant: string
  /** Seconds. @default for ever */
  expiresIn?: number | undefined
  /** @default 'default' */
  keyName?: string | undefined
}
