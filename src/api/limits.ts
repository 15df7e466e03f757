import { backendLimits } from './backendLimits.ts'

const furtherLimits = {
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
  /** Characters of a custom id. */
  idLength: 1_024,
  /** Characters of `creator`. */
  creatorLength: 1_024,
  /** Characters of a variant's name. */
  variantNameLength: 99,
  /** Characters of a signing key's name. */
  keyNameLength: 20,
  /** Seconds a browser keeps a delivered image. */
  browserTtl: { min: 3_600, default: 172_800, max: 31_536_000 },
  /** Metadata filters, and values in one `in` filter, of one list. */
  filters: 5,
  filterValues: 10,
} as const

/**
 * Cloudflare's limits for hosted images.
 *
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export const limits: typeof backendLimits & typeof furtherLimits = {
  ...backendLimits,
  ...furtherLimits,
}
