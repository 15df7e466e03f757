import type { Bytes } from '../api/Bytes.ts'
import type { Point, TransformOptions } from '../url/TransformOptions.ts'
import type { StoredFile } from './Store.ts'

/** A format that delivery can answer with. */
export type OutputFormat = 'avif' | 'webp' | 'jpeg' | 'baseline-jpeg' | 'png' | 'gif'

/** What a transformer is asked for: options already checked, the format already negotiated. */
export interface TransformRequest {
  /** The original, as it was uploaded. */
  bytes: Bytes
  /** What is known of the original. Never SVG: vectors are not transformed. */
  file: StoredFile
  /** Options of the leaf or of the named variant. */
  options: TransformPlan
  /**
   * What to answer with. An animation (`file.frames` above 1) goes on moving in `webp` and `gif` unless
   * `options.anim` is false; every other format takes its first frame.
   */
  format: OutputFormat
  /** What to answer with in place of an AVIF that is too large to be made while somebody waits. @default 'webp' */
  fallback?: OutputFormat | undefined
}

type Settled =
  | 'width'
  | 'wbreakpoints'
  | 'wmobile'
  | 'wdesktop'
  | 'gravity'
  | 'quality'
  | 'slow-connection-quality'
  | 'format'

/**
 * The options that change pixels, as in Cloudflare's URL interface, with numbers and words unified: what depends on
 * the browser that asks is settled before.
 */
export interface TransformPlan extends Omit<TransformOptions, Settled> {
  /** Pixels before `dpr`; `auto` is already a number. */
  width?: number | undefined
  /** A word, or a point in fractions. @default 'center' */
  gravity?:
    | 'auto'
    | 'face'
    | 'left'
    | 'right'
    | 'top'
    | 'bottom'
    | 'center'
    | 'entropy'
    | Point
    | undefined
  /** 1 to 100, words already numbers. Absent where the URL has none: 85 then, and PNG keeps all its colours. */
  quality?: number | undefined
}

/** What a transformer makes. */
export interface TransformResult {
  bytes: Bytes
  /** MIME type of `bytes`; may differ from the format that was asked for where that cannot be made. */
  type: string
  /** Pixels of `bytes`; of one frame where it is an animation. */
  width: number
  height: number
  /** Options that were only approximated; named in a `cf-emulator` header. */
  approximate?: readonly string[]
}

/**
 * Looks at and changes pixels. The emulator has no pixels of its own, so that it runs wherever `fetch` does: sharp
 * does the work in Node, OffscreenCanvas in a service worker.
 */
export interface Transformer {
  /**
   * Reads type and size of a JPEG, PNG, GIF, WebP or HEIC; rejects with an `ImagesError` where it is damaged, and with
   * `unsupported-type` where it cannot be decoded here. SVG is read by the emulator itself.
   */
  readonly inspect: (bytes: Bytes) => Promise<StoredFile>
  /**
   * Makes the picture that the request describes. Rejects with an `ImagesError`: `unsupported-type` where the
   * original cannot be decoded here (its message says what to install), `invalid-file` where it is damaged,
   * `invalid-options` where nothing would be left of it.
   */
  readonly transform: (request: TransformRequest) => Promise<TransformResult>
}
