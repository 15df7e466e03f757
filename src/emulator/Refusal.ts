import { cloudflareErrors } from '../api/cloudflareErrors.ts'
import type { CloudflareErrorCode } from '../api/cloudflareErrors.ts'

/** What a refusal says instead of its number's entry in the table. */
export interface RefusalOptions {
  /** The whole text. @default the table's */
  message?: string | undefined
  /** What follows the table's text after a colon. */
  reason?: string | undefined
  /** @default the table's */
  status?: number | undefined
  /** Seconds, for a `Retry-After` header. */
  retryAfter?: number | undefined
}

/** A call that the emulator refuses as Cloudflare would: thrown where it is noticed, written where it is answered. */
export class Refusal extends Error {
  /** Cloudflare's number. */
  readonly number: CloudflareErrorCode
  readonly status: number
  /** Seconds, for a `Retry-After` header. */
  readonly retryAfter: number | undefined

  constructor(number: CloudflareErrorCode, options: RefusalOptions = {}) {
    const entry = cloudflareErrors[number]
    const message = options.message ?? entry.message
    super(options.reason === undefined ? message : `${message}: ${options.reason}`)
    this.number = number
    this.status = options.status ?? entry.status
    this.retryAfter = options.retryAfter
  }
}
