import { limits } from '../api/limits.ts'

/** The limits that the emulator keeps, each Cloudflare's own unless told otherwise: smaller ones make short tests. */
export interface EmulatorLimits {
  /** Bytes of one file. @default 10_485_760 */
  fileSize?: number | undefined
  /** Width times height of a still picture, and of all frames of an animation. @default 100_000_000 */
  pixels?: number | undefined
  /** Pixels of an animation above which it is delivered untransformed. @default 50_000_000 */
  animationPixels?: number | undefined
  /** Pixels of the longer side; WebP is exempt. @default 12_000 */
  dimension?: number | undefined
  /** Bytes of an image's metadata. @default 1_024 */
  metadata?: number | undefined
  /** Named variants of the account. @default 100 */
  variants?: number | undefined
  /** Images of the account, drafts left out. Shown by `stats`; refused with 5453 above. @default 100_000 */
  images?: number | undefined
  /** Milliseconds in which a picture that is uploaded by its URL must have come. @default 20_000 */
  fetchTime?: number | undefined
  /** Calls of the API in five minutes; Cloudflare allows 1,200. @default none */
  apiRequests?: number | undefined
  /** Calls of the batch host in one second and with one token; Cloudflare allows 200. @default none */
  batchRequests?: number | undefined
}

/** All limits, each known. */
export type CompleteLimits = { readonly [TName in keyof EmulatorLimits]-?: number }

/** All limits, those that were not given as at Cloudflare. */
export function completeLimits(given: EmulatorLimits = {}): CompleteLimits {
  return {
    fileSize: given.fileSize ?? limits.fileSizeStored,
    pixels: given.pixels ?? limits.pixels,
    animationPixels: given.animationPixels ?? limits.animationPixels,
    dimension: given.dimension ?? limits.dimension,
    metadata: given.metadata ?? limits.metadata,
    variants: given.variants ?? limits.variants,
    images: given.images ?? 100_000, // [spec] the example of `stats`
    fetchTime: given.fetchTime ?? 20_000, // [inf]
    apiRequests: given.apiRequests ?? Number.POSITIVE_INFINITY,
    batchRequests: given.batchRequests ?? Number.POSITIVE_INFINITY,
  }
}
