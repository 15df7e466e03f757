/**
 * Every code an `ImagesError` can carry, with the HTTP status our server answers for it and whether the same
 * call may succeed when it is made again. Both ends read this table: the server to choose a status, the browser
 * to decide about a retry.
 */
export const errorCodes = {
  // The file itself
  'file-empty': { status: 422, retryable: false },
  'file-too-large': { status: 413, retryable: false },
  'unsupported-type': { status: 415, retryable: false },
  'too-many-files': { status: 422, retryable: false },
  'too-many-pixels': { status: 422, retryable: false },
  'too-many-frames': { status: 422, retryable: false },
  'invalid-file': { status: 422, retryable: false },
  duplicate: { status: 409, retryable: false },
  'rejected-by-app': { status: 422, retryable: false },
  'unreadable-file': { status: 422, retryable: false },
  // The way there
  offline: { status: 503, retryable: true },
  network: { status: 503, retryable: true },
  timeout: { status: 504, retryable: true },
  aborted: { status: 499, retryable: false },
  'outcome-unknown': { status: 502, retryable: false },
  // The backend
  unauthorized: { status: 401, retryable: false },
  forbidden: { status: 403, retryable: false },
  'not-found': { status: 404, retryable: false },
  'endpoint-not-found': { status: 404, retryable: false },
  conflict: { status: 409, retryable: false },
  'invalid-request': { status: 422, retryable: false },
  'metadata-too-large': { status: 422, retryable: false },
  'rate-limited': { status: 429, retryable: true },
  'server-error': { status: 500, retryable: true },
  'bad-response': { status: 502, retryable: false },
  // Cloudflare
  'upload-url-expired': { status: 410, retryable: true },
  'upload-url-used': { status: 409, retryable: false },
  'upload-host-unavailable': { status: 503, retryable: true },
  'image-refused': { status: 422, retryable: false },
  'id-mismatch': { status: 502, retryable: false },
  // URLs, access and set-up
  'invalid-id': { status: 422, retryable: false },
  'invalid-options': { status: 422, retryable: false },
  'unknown-variant': { status: 404, retryable: false },
  'flexible-variants-disabled': { status: 403, retryable: false },
  'private-image': { status: 403, retryable: false },
  'custom-id-cannot-be-private': { status: 422, retryable: false },
  'signature-invalid': { status: 403, retryable: false },
  'signature-expired': { status: 403, retryable: true },
  'no-delivery': { status: 500, retryable: false },
  'no-provider': { status: 500, retryable: false },
  'not-supported': { status: 501, retryable: false },
  'quota-exceeded': { status: 507, retryable: false },
} as const

/** One word for what went wrong. The union is closed: a `switch` over it can be complete. */
export type ImagesErrorCode = keyof typeof errorCodes

/** Whether `value` is one of our codes; a word from the network never becomes a code unchecked. */
export function isErrorCode(value: unknown): value is ImagesErrorCode {
  return typeof value === 'string' && Object.hasOwn(errorCodes, value)
}
