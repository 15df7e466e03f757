import type { ImagesErrorCode } from './errorCodes.ts'
import { retryableCodes } from './retryableCodes.ts'

/** What an `ImagesError` may know beyond its code and message. */
export interface ImagesErrorOptions {
  /** What made this error, kept for the console. */
  cause?: unknown
  /** Whether the same call may succeed when repeated. @default the code's entry in the table of codes */
  retryable?: boolean | undefined
  /** HTTP status of the answer that was refused. */
  status?: number | undefined
  /** Seconds to wait before trying again, from `Retry-After`. */
  retryAfter?: number | undefined
  /** Cloudflare's own number, such as 5455 or 9429. */
  cloudflareCode?: number | undefined
  /** Cloudflare's `cf-ray`, to quote to its support. Never sent to a browser by our server. */
  ray?: string | undefined
}

/**
 * The one error class of the library, on the server and in the browser.
 *
 * Switch on `code`; show `message`, which says what happened, why it matters and what to do.
 *
 * @example
 * ```ts
 * import { isImagesError } from 'react-cloudflare-images'
 *
 * function explain(error: unknown): string {
 *   return isImagesError(error) && error.code === 'file-too-large' ? 'Choose a smaller file.' : 'Try again.'
 * }
 * ```
 */
export class ImagesError extends Error {
  /** Always `'ImagesError'`: what `isImagesError` tests, so two copies of the library agree. */
  override readonly name: 'ImagesError' = 'ImagesError' as const
  /** One word for what went wrong. */
  declare readonly code: ImagesErrorCode
  /** Whether the same call may succeed when repeated. */
  declare readonly retryable: boolean
  /** HTTP status of the answer that was refused, where there was one. */
  declare readonly status?: number | undefined
  /** Seconds to wait before trying again, where the server said so. */
  declare readonly retryAfter?: number | undefined
  /** Cloudflare's own number, where there was one. */
  declare readonly cloudflareCode?: number | undefined
  /** Cloudflare's `cf-ray`, where there was one. */
  declare readonly ray?: string | undefined

  constructor(code: ImagesErrorCode, message: string, options: ImagesErrorOptions = {}) {
    // Production builds leave the words out: the code then has to do. Error itself takes `cause`, the rest is ours.
    super(message || code, options)
    const retryable = options.retryable ?? code in retryableCodes
    Object.assign(this, options, { code, retryable })
  }
}

/**
 * Whether `error` is an `ImagesError`, by name, so that it also recognises one made by another copy of the library.
 *
 * @example
 * ```ts
 * import { isImagesError } from 'react-cloudflare-images'
 *
 * const retry = (error: unknown) => isImagesError(error) && error.retryable
 * ```
 */
export function isImagesError(error: unknown): error is ImagesError {
  return error instanceof Error && error.name === 'ImagesError'
}
