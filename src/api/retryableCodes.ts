import type { errorCodes, ImagesErrorCode } from './errorCodes.ts'

/**
 * The codes after which the same call may succeed: the last column of the table of codes, by itself.
 *
 * The compiler proves that the two agree. They are two so that a page that only shows pictures carries these
 * eight words and not the whole table.
 */
export const retryableCodes: Readonly<Record<RetryableCode, 1>> = {
  offline: 1,
  network: 1,
  timeout: 1,
  'rate-limited': 1,
  'server-error': 1,
  'upload-url-expired': 1,
  'upload-host-unavailable': 1,
  'signature-expired': 1,
}

type RetryableCode = {
  [code in ImagesErrorCode]: (typeof errorCodes)[code]['retryable'] extends true
    ? code
    : never
}[ImagesErrorCode]
