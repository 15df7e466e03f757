import type { errorCodes, ImagesErrorCode } from '../api/errorCodes.ts'

/**
 * The HTTP status of a code: the table of codes without its other column, and without 422, which is the usual one.
 * The compiler proves that the two agree.
 */
export function statusOf(code: ImagesErrorCode): number {
  return code in statuses ? statuses[code as keyof typeof statuses] : 422
}

type StatusOf<TCode extends ImagesErrorCode> = (typeof errorCodes)[TCode]['status']

const statuses: {
  readonly [
    code in ImagesErrorCode as StatusOf<code> extends 422 ? never : code
  ]: StatusOf<code>
} = {
  'file-too-large': 413,
  'unsupported-type': 415,
  duplicate: 409,
  offline: 503,
  network: 503,
  timeout: 504,
  aborted: 499,
  'outcome-unknown': 502,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'endpoint-not-found': 404,
  conflict: 409,
  'rate-limited': 429,
  'server-error': 500,
  'bad-response': 502,
  'upload-url-expired': 410,
  'upload-url-used': 409,
  'upload-host-unavailable': 503,
  'id-mismatch': 502,
  'unknown-variant': 404,
  'flexible-variants-disabled': 403,
  'private-image': 403,
  'signature-invalid': 403,
  'signature-expired': 403,
  'no-delivery': 500,
  'no-provider': 500,
  'not-supported': 501,
  'quota-exceeded': 507,
}
