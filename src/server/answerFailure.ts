import { errorCodes } from '../api/errorCodes.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { isImagesError } from '../api/ImagesError.ts'
import { answerJson } from './answerJson.ts'

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
  const { code, message, retryAfter, status = errorCodes[code].status } = failure
  const response = answerJson({ error: { code, message } }, { status })
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter))
  return response
}

/**
 * What a browser may know of an error.
 *
 * Our own refusals, and those of the app's callbacks, were written for it. Of what Cloudflare or the network said only
 * the code passes, and only where it is about the picture: `unauthorized` would be about our token. The rest is
 * `server-error`.
 */
export function failureOf(error: unknown): Failure & { hides: boolean } {
  if (isImagesError(error)) {
    const { code, message, retryAfter } = error
    const ours = error.status === undefined && error.cause === undefined
    if (ours && code !== 'server-error')
      return { code, message, retryAfter, hides: false }
    if (passing.includes(code)) {
      return { code, message: `Cloudflare answered "${code}".`, retryAfter, hides: true }
    }
  }
  return {
    code: 'server-error',
    message: 'The images backend failed. Its log says why.',
    hides: true,
  }
}

const passing: readonly ImagesErrorCode[] = [
  'conflict',
  'custom-id-cannot-be-private',
  'file-too-large',
  'image-refused',
  'invalid-file',
  'invalid-id',
  'not-found',
  'quota-exceeded',
  'rate-limited',
  'timeout',
  'too-many-pixels',
  'unknown-variant',
  'unsupported-type',
]
