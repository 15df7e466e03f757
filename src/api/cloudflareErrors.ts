/** The status and text that one of Cloudflare's error numbers comes with. */
export interface CloudflareErrorEntry {
  /** HTTP status. Published for few numbers; the others are chosen by meaning. */
  status: number
  /** Cloudflare's text, or the nearest that is known. */
  message: string
}

/**
 * Cloudflare's numbers. 54xx and 55xx come from the API and the upload host, 94xx and 95xx from delivery. The
 * emulator answers by this table; what the numbers mean to us is in `cloudflareCode`.
 *
 * @see https://developers.cloudflare.com/images/reference/troubleshooting/
 */
export const cloudflareErrors = {
  971: {
    status: 429,
    message: 'Please wait and consider throttling your request speed',
  },
  5400: { status: 400, message: 'Bad request' },
  5401: { status: 404, message: 'Variant not found' },
  5403: {
    status: 403,
    message: 'The given account is not valid or is not authorized to access this service',
  },
  5404: { status: 404, message: 'Image not found' },
  5408: { status: 408, message: 'The upload was too slow' },
  5409: { status: 409, message: 'Resource already exists' },
  5410: {
    status: 410,
    message: 'The upload URL has expired',
  },
  5411: {
    status: 400,
    message:
      'The Custom ID is invalid. Custom IDs can include 1024 characters or less, any number of subpaths, and support the UTF-8 encoding standard for characters. Enter a new Custom ID and try again',
  },
  5413: {
    status: 413,
    message: 'The maximum image size of 10 MB has been reached',
  },
  5415: {
    status: 415,
    message:
      'Images must be uploaded as a form, not as raw image data. Please use multipart/form-data format',
  },
  5433: { status: 400, message: 'The upload was aborted by the client' },
  5443: {
    status: 422,
    message: 'The image has too many pixels in all frames together',
  },
  5450: {
    status: 500,
    message: 'Error while receiving the upload',
  },
  5453: {
    status: 403,
    message: 'The account has reached a service limit',
  },
  5454: {
    status: 400,
    message: 'Could not fetch the image from the URL',
  },
  5455: {
    status: 415,
    message:
      'Uploaded image must have image/jpeg, image/png, image/webp, image/gif or image/svg+xml content-type',
  },
  5500: { status: 500, message: 'Internal error' },
  5503: { status: 503, message: 'Service unavailable' },
  5540: { status: 500, message: 'Storage error' },
  5541: { status: 500, message: 'Purge error' },
  5542: { status: 500, message: 'Account could not be loaded' },
  5543: { status: 500, message: 'Audit error' },
  5544: { status: 500, message: 'Abuse operation error' },
  5550: { status: 500, message: 'Internal error' },
  7003: { status: 404, message: 'No route for that URI' },
  7011: { status: 413, message: 'Request entity is too large' },
  9109: {
    status: 401,
    message: 'Unauthorized to access requested resource',
  },
  9401: { status: 400, message: 'Missing or invalid options' },
  9402: { status: 502, message: 'The image could not be fetched' },
  9404: {
    status: 404,
    message: 'The image was not found at the origin',
  },
  9412: { status: 415, message: 'The file is not an image' },
  9413: {
    status: 403,
    message: 'The output image would be too large',
  },
  9420: { status: 415, message: 'Unsupported image format' },
  9422: {
    status: 422,
    message: 'Decode error: the file may be incomplete or damaged',
  },
  9425: { status: 403, message: 'Image access denied' },
  9426: {
    status: 403,
    message: 'The URL has an invalid text part',
  },
  9427: { status: 403, message: 'Wrong account hash' },
  9429: {
    status: 403,
    message: 'Flexible variants are not enabled for the account',
  },
  9431: { status: 404, message: 'Image not found' },
  9432: { status: 400, message: 'Bad request' },
  9516: { status: 500, message: 'The image could not be encoded' },
  9520: { status: 415, message: 'Unsupported source format' },
  9522: { status: 503, message: 'The service is busy' },
  10000: { status: 401, message: 'Authentication error' },
} as const

/** One of Cloudflare's error numbers that we know. */
export type CloudflareErrorCode = keyof typeof cloudflareErrors
