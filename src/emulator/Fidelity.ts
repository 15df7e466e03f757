import type { HostedVariantOptions } from '../api/HostedImage.ts'

/** What Cloudflare does not document, and the emulator therefore lets you choose. */
export interface Fidelity {
  /**
   * How errors of the API and of the upload host are written. Cloudflare answers some callers in JSON and some in
   * plain text, probably by their `Accept`; code has to understand both.
   *
   * @default 'negotiated'
   */
  errors?: 'negotiated' | 'json' | 'text' | undefined
  /**
   * Statuses of the API and of the upload host by Cloudflare's number, such as `{ 5409: 400 }`. Few are published, so
   * code should go by the number. @default by meaning
   */
  statuses?: Readonly<Record<number, number>> | undefined
  /** Whether the upload host allows other origins and answers a preflight. @default true */
  uploadCors?: boolean | undefined
  /** Whether an image gets a new id when `requireSignedURLs` changes, as the API's description says. @default false */
  newIdOnAccessChange?: boolean | undefined
  /** What the variant `public` of a new account does. @default shrinks to 1366 × 768, without metadata */
  publicVariant?: HostedVariantOptions | undefined
  /** What becomes of the options that a PATCH of a variant leaves out. @default 'merged': they stay */
  variantPatch?: 'merged' | 'replaced' | undefined
  /** Seconds that a batch token is good for. @default 3_600 */
  batchTokenLifetime?: number | undefined
  /** What `page` does in version 2 of the list. @default 'ignored', with a note in `messages` */
  listPage?: 'ignored' | 'refused' | undefined
  /**
   * What is signed of a URL on other domains than imagedelivery.net: from the hash on, or the whole path. This library
   * signs from the hash on. @default 'from the hash'
   */
  signedPath?: 'from the hash' | 'whole' | undefined
  /** Whether `width=auto` works on hosted URLs. @default true */
  autoWidth?: boolean | undefined
  /** What an option that nobody knows does to a delivery URL. @default 'refused' */
  unknownOptions?: 'refused' | 'ignored' | undefined
  /** What a `dpr` above 2 does to a delivery URL. @default 'refused' */
  highDpr?: 'refused' | 'lowered' | undefined
  /** What a `gamma` below 1 does: the manual says that it lightens, Cloudflare's types that it darkens. @default 'lightens' */
  lowGamma?: 'lightens' | 'darkens' | undefined
  /** Whether pictures come with a `cf-resized` header, as failures do. @default false */
  resizedHeader?: boolean | undefined
}

/** All choices, each made. */
export type CompleteFidelity = {
  readonly [TName in keyof Fidelity]-?: Exclude<Fidelity[TName], undefined>
}

/** All choices, those that were not given as the emulator makes them. */
export function completeFidelity(given: Fidelity = {}): CompleteFidelity {
  return {
    errors: given.errors ?? 'negotiated', // [inf]
    statuses: given.statuses ?? {},
    uploadCors: given.uploadCors ?? true, // [?]
    newIdOnAccessChange: given.newIdOnAccessChange ?? false, // [spec] says otherwise, nobody saw it
    // A preset that shrinks large pictures is what is seen. [?]
    publicVariant: given.publicVariant ?? {
      fit: 'scale-down',
      metadata: 'none',
      width: 1366,
      height: 768,
    },
    variantPatch: given.variantPatch ?? 'merged', // [?]
    batchTokenLifetime: given.batchTokenLifetime ?? 3_600, // [?]
    listPage: given.listPage ?? 'ignored', // [?]
    signedPath: given.signedPath ?? 'from the hash', // [?]
    autoWidth: given.autoWidth ?? true, // [inf]
    unknownOptions: given.unknownOptions ?? 'refused', // [inf]
    highDpr: given.highDpr ?? 'refused', // [inf]
    lowGamma: given.lowGamma ?? 'lightens', // [doc features]
    resizedHeader: given.resizedHeader ?? false, // [?]
  }
}
