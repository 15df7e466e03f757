import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { isImagesError } from '../api/ImagesError.ts'
import { answerJson } from './answerJson.ts'
import { statusOf } from './statusOf.ts'

/** What an answer of failure says. */
interface Failure {
  code: ImagesErrorCode
  message: string
  /** @default the code's own */
  status?: number | undefined
  /** Seconds. */
  retryAfter?: number | undefined
}

/** The answer to a call that failed: `{ error: { code, message } }`. */
export function answerFailure(failure: Failure): Response {
  const { code, message, retryAfter, status = statusOf(code) } = failure
  const response = answerJson({ error: { code, message } }, status)
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter))
  return response
}

/**
 * What a browser may know of an error.
 *
 * Our own refusals, and those of the app's callbacks, were written for it. Of what Cloudflare or the network said only
 * the code passes, and not where it is about us: `unauthorized` would be about our token. All else is `server-error`.
 */
export function failureOf(error: unknown): Failure & { isWhole: boolean } {
  if (isImagesError(error)) {
    const { code, retryAfter, status, cause } = error
    const isWhole = status === undefined && cause === undefined && code !== 'server-error'
    const message = isWhole ? error.message : `Cloudflare answered ${code}.`
    if (isWhole || !aboutUs.includes(code)) return { code, message, retryAfter, isWhole }
  }
  const message = 'The images backend failed. Its log says why.'
  return { code: 'server-error', message, isWhole: false }
}

/** Codes that, from Cloudflare or the network, speak of the backend: its token, its set-up. */
const aboutUs: readonly ImagesErrorCode[] = [
  'aborted',
  'bad-response',
  'endpoint-not-found',
  'forbidden',
  'network',
  'server-error',
  'unauthorized',
]
