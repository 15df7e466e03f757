import type { ImagesErrorCode } from './errorCodes.ts'

/** One of Cloudflare's error numbers: what it means to us, and the status and text it comes with. */
export interface CloudflareErrorEntry {
  /** Our code for it. */
  code: ImagesErrorCode
  /** HTTP status. Published for few numbers; the others are chosen by meaning. */
  status: number
  /** Cloudflare's text, or the nearest that is known. */
  message: string
}

/**
 * Cloudflare's numbers. 54xx and 55xx come from the API and the upload host, 94xx and 95xx from delivery. The
 * REST driver reads answers by this table, the emulator writes them by it.
 *
 * @see https://developers.cloudflare.com/images/reference/troubleshooting/
 */
export const cloudflareErrors = {
  971: {
    code: 'rate-limited',
    status: 429,
    message: 'Please wait and consider throttling your request speed',
  },
  5400: { code: 'invalid-request', status: 400, message: 'Bad request' },
  5401: { code: 'unknown-variant', status: 404, message: 'Variant not found' },
  5403: {
    code: 'forbidden',
    status: 403,
    message: 'The given account is not valid or is not authorized to access this service',
  },
  5404: { code: 'not-found', status: 404, message: 'Image not found' },
  5408: { code: 'timeout', status: 408, message: 'The upload was too slow' },
  5409: { code: 'conflict', status: 409, message: 'Resource already exists' },
  5410: {
    code: 'upload-url-expired',
    status: 410,
    message: 'The upload URL has expired',
  },
  5411: {
    code: 'invalid-id',
    status: 400,
    message:
      'The Custom ID is invalid. Custom IDs can include 1024 characters or less, any number of subpaths, and support the UTF-8 encoding standard for characters. Enter a new Custom ID and try again',
  },
  5413: {
    code: 'file-too-large',
    status: 413,
    message: 'The maximum image size of 10 MB has been reached',
  },
  5415: {
    code: 'invalid-request',
    status: 415,
    message:
      'Images must be uploaded as a form, not as raw image data. Please use multipart/form-data format',
  },
  5433: { code: 'aborted', status: 400, message: 'The upload was aborted by the client' },
  5443: {
    code: 'too-many-pixels',
    status: 422,
    message: 'The image has too many pixels in all frames together',
  },
  5450: {
    code: 'server-error',
    status: 500,
    message: 'Error while receiving the upload',
  },
  5453: {
    code: 'quota-exceeded',
    status: 403,
    message: 'The account has reached a service limit',
  },
  5454: {
    code: 'image-refused',
    status: 400,
    message: 'Could not fetch the image from the URL',
  },
  5455: {
    code: 'unsupported-type',
    status: 415,
    message:
      'Uploaded image must have image/jpeg, image/png, image/webp, image/gif or image/svg+xml content-type',
  },
  5500: { code: 'server-error', status: 500, message: 'Internal error' },
  5503: { code: 'server-error', status: 503, message: 'Service unavailable' },
  5540: { code: 'server-error', status: 500, message: 'Storage error' },
  5541: { code: 'server-error', status: 500, message: 'Purge error' },
  5542: { code: 'server-error', status: 500, message: 'Account could not be loaded' },
  5543: { code: 'server-error', status: 500, message: 'Audit error' },
  5544: { code: 'server-error', status: 500, message: 'Abuse operation error' },
  5550: { code: 'server-error', status: 500, message: 'Internal error' },
  7003: { code: 'endpoint-not-found', status: 404, message: 'No route for that URI' },
  7011: { code: 'file-too-large', status: 413, message: 'Request entity is too large' },
  9109: {
    code: 'unauthorized',
    status: 401,
    message: 'Unauthorized to access requested resource',
  },
  9401: { code: 'invalid-options', status: 400, message: 'Missing or invalid options' },
  9402: { code: 'server-error', status: 502, message: 'The image could not be fetched' },
  9404: {
    code: 'not-found',
    status: 404,
    message: 'The image was not found at the origin',
  },
  9412: { code: 'unsupported-type', status: 415, message: 'The file is not an image' },
  9413: {
    code: 'invalid-options',
    status: 403,
    message: 'The output image would be too large',
  },
  9420: { code: 'unsupported-type', status: 415, message: 'Unsupported image format' },
  9422: {
    code: 'invalid-file',
    status: 422,
    message: 'Decode error: the file may be incomplete or damaged',
  },
  9425: { code: 'private-image', status: 403, message: 'Image access denied' },
  9426: {
    code: 'invalid-options',
    status: 403,
    message: 'The URL has an invalid text part',
  },
  9427: { code: 'forbidden', status: 403, message: 'Wrong account hash' },
  9429: {
    code: 'flexible-variants-disabled',
    status: 403,
    message: 'Flexible variants are not enabled for the account',
  },
  9431: { code: 'not-found', status: 404, message: 'Image not found' },
  9432: { code: 'invalid-request', status: 400, message: 'Bad request' },
  9516: { code: 'server-error', status: 500, message: 'The image could not be encoded' },
  9520: { code: 'unsupported-type', status: 415, message: 'Unsupported source format' },
  9522: { code: 'server-error', status: 503, message: 'The service is busy' },
  10000: { code: 'unauthorized', status: 401, message: 'Authentication error' },
} as const satisfies Record<number, CloudflareErrorEntry>

/** One of Cloudflare's error numbers that we know. */
export type CloudflareErrorCode = keyof typeof cloudflareErrors

/** What a number of Cloudflare's means, or undefined where it is new to us. */
export function cloudflareError(number: number): CloudflareErrorEntry | undefined {
  return Object.hasOwn(cloudflareErrors, number)
    ? cloudflareErrors[number as CloudflareErrorCode]
    : undefined
}
