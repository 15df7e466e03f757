/**
 * What is used of a Worker's `env.IMAGES`, in the shape that Cloudflare publishes.
 *
 * @see https://developers.cloudflare.com/images/storage/binding/
 */
export interface WorkersImagesBinding {
  readonly hosted: {
    // A method, so that its streams may be those of a Worker's types or those of the DOM's.
    upload(
      image: ReadableStream<Uint8Array> | ArrayBuffer,
      options?: BoundUpload,
    ): Promise<BoundImage>
    list: (options?: BoundQuery) => Promise<{ images: BoundImage[]; cursor?: string }>
    createDirectUpload: (
      options?: BoundFields & { expiresIn?: number },
    ) => Promise<{ id: string; uploadURL: string }>
    image: (id: string) => {
      details: () => Promise<BoundImage | null>
      /** A stream of bytes, by whichever types. */
      bytes: () => Promise<object | null>
      update: (options: Omit<BoundFields, 'id'>) => Promise<BoundImage>
      delete: () => Promise<boolean>
      signedUrl: (options: BoundSignature) => Promise<string>
    }
  }
}

/** An image as the binding tells of it. */
export interface BoundImage {
  id: string
  filename?: string
  uploaded?: string | Date
  requireSignedURLs: boolean
  meta?: Record<string, unknown>
  variants: string[]
  draft?: boolean
  creator?: string
}

/** What can be set on an image. */
interface BoundFields {
  id?: string
  requireSignedURLs?: boolean
  metadata?: Record<string, unknown>
  creator?: string
}

interface BoundUpload extends BoundFields {
  filename?: string
}

interface BoundSignature {
  variant: string
  expiresIn?: number
  keyName?: string
}

/** What to list; other than the API, the binding begins with the oldest unless told. */
export interface BoundQuery {
  limit?: number
  cursor?: string
  sortOrder?: 'asc' | 'desc'
  creator?: string
  filter?: { metadata?: Record<string, BoundCondition> }
}

/** Conditions that one field of the metadata must meet. */
export interface BoundCondition {
  eq?: string | number | boolean
  in?: string[] | number[]
  gt?: number
  gte?: number
  lt?: number
  lte?: number
}
