import { cloudflareCode } from './cloudflareCode.ts'
import type { ImagesErrorCode } from './errorCodes.ts'
import { ImagesError } from './ImagesError.ts'
import { parseJson } from './parseJson.ts'
import { retryAfterOf } from './retryAfterOf.ts'

/**
 * What Cloudflare wraps every API answer in.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/how-to/make-api-calls/
 */
export interface Envelope<TResult> {
  result: TResult | null
  success: boolean
  errors: { code: number; message: string }[]
  messages: unknown[]
  result_info?: unknown
}

/** Whether `value` looks like Cloudflare's envelope. */
export function isEnvelope(value: unknown): value is Envelope<unknown> {
  return (
    typeof value === 'object' && value !== null && 'success' in value && 'errors' in value
  )
}

/**
 * The `result` of an answer of Cloudflare's API or upload host.
 *
 * Failures come as JSON envelopes or as plain text `ERROR 5455: …`, depending on the caller's `Accept`; both
 * become the same error. An answer of 200 with `success: false` is a failure too.
 *
 * @throws ImagesError with the code that Cloudflare's number stands for, else by HTTP status; `bad-response` where
 *   a success is not an envelope
 */
export async function readEnvelope<TResult>(response: Response): Promise<TResult> {
  const text = await response.text()
  const body = parseJson(text)
  if (isEnvelope(body) && body.success && response.ok) return body.result as TResult // the caller knows the endpoint
  throw envelopeError(response, body, text)
}

/** The error that an answer of Cloudflare's stands for. */
function envelopeError(response: Response, body: unknown, text: string): ImagesError {
  const { number, message } = failureOf(body, text)
  const known = number === undefined ? undefined : cloudflareCode(number)
  const details = {
    status: response.status,
    retryAfter: retryAfterOf(response),
    cloudflareCode: number,
    ray: response.headers.get('cf-ray') ?? undefined,
  }
  if (number === undefined && response.ok) {
    const type = response.headers.get('content-type') ?? 'no content type'
    return new ImagesError(
      'bad-response',
      `Cloudflare answered ${response.status} with ${type} where its JSON envelope was expected. The result cannot be read. Check the base URL of the API, and what stands between.`,
      details,
    )
  }
  // The number says more than the status: a 415 with 5550 is an outage, not a wrong file.
  return new ImagesError(
    known ?? codeOfStatus(response.status),
    `Cloudflare answered ${response.status}${number === undefined ? '' : ` with error ${number}`}: ${message || 'no reason given'}.`,
    details,
  )
}

/** Cloudflare's number and sentence, from an envelope or from `ERROR 5455: …`. */
function failureOf(body: unknown, text: string): { number?: number; message: string } {
  if (isEnvelope(body)) {
    const first = body.errors?.[0]
    return first ? { number: first.code, message: first.message } : { message: '' }
  }
  const plain = /^ERROR (\d+): (.*)/s.exec(text)
  if (plain) return { number: Number(plain[1]), message: plain[2]!.trim() }
  return { message: '' }
}

/** What a status means where nothing more is known. */
export function codeOfStatus(status: number): ImagesErrorCode {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 408) return 'timeout'
  if (status === 409) return 'conflict'
  if (status === 410) return 'upload-url-expired'
  if (status === 413) return 'file-too-large'
  if (status === 415) return 'unsupported-type'
  if (status === 429) return 'rate-limited'
  return status >= 500 ? 'server-error' : 'invalid-request'
}
