/**
 * An image as Cloudflare's REST API returns it. Stays on the server: it names the `creator`.
 *
 * `metadata` is the word in requests, `meta` the word in answers.
 *
 * @see https://developers.cloudflare.com/api/resources/images/subresources/v1/
 */
export interface HostedImage {
  /** UUID-shaped, or the custom id that was asked for. */
  id: string
  /** Basename of the uploaded file; at most 255 characters. */
  filename: string
  /** When the bytes arrived, RFC 3339 with milliseconds. */
  uploaded: string
  /** Whether its variants need a signature. */
  requireSignedURLs: boolean
  /** One delivery URL per variant of the account, in no promised order. */
  variants: string[]
  /** What was sent as `metadata`. */
  meta?: Record<string, unknown> | undefined
  /** Whose image it is; our server writes the signed-in user's id here. */
  creator?: string | null | undefined
  /** True while only reserved: the bytes have not arrived. Absent afterwards. */
  draft?: boolean | undefined
}

/** A page of Cloudflare's list, version 2. */
export interface HostedImagePage {
  images: HostedImage[]
  /** Given back as `continuation_token`; null or absent on the last page. */
  continuation_token?: string | null | undefined
}

/** A one-time upload URL as Cloudflare mints it. */
export interface HostedDirectUpload {
  /** The id that the image will have. */
  id: string
  /** Takes one multipart POST with a part named `file`. */
  uploadURL: string
}

/** How a named variant resizes. @see https://developers.cloudflare.com/images/manage-images/create-variants/ */
export interface HostedVariantOptions {
  fit?: 'scale-down' | 'contain' | 'cover' | 'crop' | 'pad' | undefined
  width?: number | undefined
  height?: number | undefined
  metadata?: 'keep' | 'copyright' | 'none' | undefined
  blur?: number | undefined
  browser_ttl?: number | undefined
}

/** A named variant of the account. */
export interface HostedVariant {
  id: string
  options: HostedVariantOptions
  /** Serves even private images without a signature. */
  neverRequireSignedURLs?: boolean | undefined
}

/** A signing key of the account. Never leaves the server. */
export interface SigningKey {
  name: string
  value: string
}

/** How many images the account holds, and may hold. */
export interface HostedStats {
  count: { current: number; allowed: number }
}

/** The account's settings. */
export interface HostedConfig {
  flexible_variants?: boolean | undefined
  browser_ttl?: number | undefined
  preserve_content_credentials?: boolean | undefined
}

/** A short-lived token for the batch host. */
export interface BatchToken {
  token: string
  expiresAt: string
}
