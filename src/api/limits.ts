import { fileSizeLimit } from './fileSizeLimit.ts'

/**
 * Cloudflare's limits for hosted images.
 *
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export const limits = {
  /** Bytes of one file that the uploader accepts. */
  fileSize: fileSizeLimit as number,
  /** Bytes of one file that the emulator still stores: 10 MB read the wide way. */
  fileSizeStored: 10_485_760,
  /** Width times height of a still picture, and of all frames of an animation together. */
  pixels: 100_000_000,
  /** Pixels of an animation above which it is delivered untransformed. */
  animationPixels: 50_000_000,
  /** Pixels of the longer side. */
  dimension: 12_000,
  /** Pixels of the longer side of an AVIF. */
  avifDimension: 1_200,
  /** Bytes of `metadata` as JSON. */
  metadata: 1_024,
  /** Bytes of our own facts within the metadata, as JSON. */
  facts: 400,
  /** Characters of a custom id. */
  idLength: 1_024,
  /** Characters of `creator`. */
  creatorLength: 1_024,
  /** Characters of `filename`. */
  filenameLength: 255,
  /** Variants of one account. */
  variants: 100,
  /** Characters of a variant's name. */
  variantNameLength: 99,
  /** Characters of a signing key's name. */
  keyNameLength: 20,
  /** Seconds until a one-time upload URL expires. */
  expiresIn: { min: 120, default: 1_800, max: 21_600 },
  /** Seconds a browser keeps a delivered image. */
  browserTtl: { min: 3_600, default: 172_800, max: 31_536_000 },
  /** Images on one page of Cloudflare's list. */
  perPage: 1_000,
  /** Images on one page of our own protocol. */
  pageSize: { min: 1, default: 50, max: 1_000 },
  /** Ids in one bulk deletion of our own protocol. */
  bulkDelete: 500,
  /** Ids in one request for signed URLs. */
  signedUrls: 100,
  /** Metadata filters, and values in one `in` filter, of one list. */
  filters: 5,
  filterValues: 10,
} as const
