import { fileSizeLimit } from './fileSizeLimit.ts'

/** Those of the limits that a backend holds its callers to; apart, so that it carries no others. */
export const backendLimits = {
  /** Bytes of one file that the uploader accepts. */
  fileSize: fileSizeLimit as number,
  /** Bytes of `metadata` as JSON. */
  metadata: 1_024,
  /** Bytes of our own facts within the metadata, as JSON. */
  facts: 400,
  /** Characters of `filename`. */
  filenameLength: 255,
  /** Variants of one account. */
  variants: 100,
  /** Seconds until a one-time upload URL expires. */
  expiresIn: { min: 120, default: 1_800, max: 21_600 },
  /** Images on one page of Cloudflare's list. */
  perPage: 1_000,
  /** Images on one page of our own protocol. */
  pageSize: { min: 1, default: 50, max: 1_000 },
  /** Ids in one bulk deletion of our own protocol. */
  bulkDelete: 500,
  /** Ids in one request for signed URLs. */
  signedUrls: 100,
} as const
