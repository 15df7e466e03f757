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
 * What is known of each text: [doc] documented, [obs] seen in the wild, [code] in Cloudflare's source, [inf] ours.
 * Statuses are [inf] where nothing else is said.
 *
 * @see https://developers.cloudflare.com/images/reference/troubleshooting/
 */
export const cloudflareErrors = {
  971: {
    // [doc]
    status: 429,
    message: 'Please wait and consider throttling your request speed',
  },
  5400: { status: 400, message: 'Bad request' }, // [doc]
  5401: { status: 404, message: 'Variant not found' }, // [doc]
  5403: {
    // [doc], text [obs]
    status: 403,
    message: 'The given account is not valid or is not authorized to access this service',
  },
  5404: { status: 404, message: 'Image not found' }, // [doc]
  5408: { status: 408, message: 'The upload was too slow' }, // [doc]
  5409: { status: 409, message: 'Resource already exists' }, // [obs], text [inf], status [code]
  5410: {
    // [inf], status [code]
    status: 410,
    message: 'The upload URL has expired',
  },
  5411: {
    // [obs]
    status: 400,
    message:
      'The Custom ID is invalid. Custom IDs can include 1024 characters or less, any number of subpaths, and support the UTF-8 encoding standard for characters. Enter a new Custom ID and try again',
  },
  5413: {
    // [doc]
    status: 413,
    message: 'The maximum image size of 10 MB has been reached',
  },
  5415: {
    // [obs], status too
    status: 415,
    message:
      'Images must be uploaded as a form, not as raw image data. Please use multipart/form-data format',
  },
  5433: { status: 400, message: 'The upload was aborted by the client' }, // [doc]
  5443: {
    // [obs], text [inf]
    status: 422,
    message: 'The image has too many pixels in all frames together',
  },
  5450: {
    // [doc]
    status: 500,
    message: 'Error while receiving the upload',
  },
  5453: {
    // [doc]
    status: 403,
    message: 'The account has reached a service limit',
  },
  5454: {
    // [obs], text [inf]
    status: 400,
    message: 'Could not fetch the image from the URL',
  },
  5455: {
    // [obs]
    status: 415,
    message:
      'Uploaded image must have image/jpeg, image/png, image/webp, image/gif or image/svg+xml content-type',
  },
  5500: { status: 500, message: 'Internal error' }, // [doc]
  5503: { status: 503, message: 'Service unavailable' }, // [doc]
  5540: { status: 500, message: 'Storage error' }, // [doc]
  5541: { status: 500, message: 'Purge error' }, // [doc]
  5542: { status: 500, message: 'Account could not be loaded' }, // [doc]
  5543: { status: 500, message: 'Audit error' }, // [doc]
  5544: { status: 500, message: 'Abuse operation error' }, // [doc]
  5550: { status: 500, message: 'Internal error' }, // [doc]
  7003: { status: 404, message: 'No route for that URI' }, // [obs]
  7011: { status: 413, message: 'Request entity is too large' }, // [obs]
  9109: {
    // [obs], status too
    status: 401,
    message: 'Unauthorized to access requested resource',
  },
  9401: { status: 400, message: 'Missing or invalid options' }, // [doc], status too
  9402: { status: 502, message: 'The image could not be fetched' }, // [doc], status too
  9404: {
    // [doc], status too
    status: 404,
    message: 'The image was not found at the origin',
  },
  9412: { status: 415, message: 'The file is not an image' }, // [doc], status too
  9413: {
    // [doc], status too
    status: 403,
    message: 'The output image would be too large',
  },
  9420: { status: 415, message: 'Unsupported image format' }, // [doc], status too
  9422: {
    // [obs]
    status: 422,
    message: 'Decode error: the file may be incomplete or damaged',
  },
  9425: { status: 403, message: 'Image access denied' }, // [doc], status too
  9426: {
    // [doc], status too
    status: 403,
    message: 'The URL has an invalid text part',
  },
  9427: { status: 403, message: 'Wrong account hash' }, // [doc], status too
  9429: {
    // [doc], status too
    status: 403,
    message: 'Flexible variants are not enabled for the account',
  },
  9431: { status: 404, message: 'Image not found' }, // [doc], status too
  9432: { status: 400, message: 'Bad request' }, // [doc], status too
  9516: { status: 500, message: 'The image could not be encoded' }, // [doc], status too
  9520: { status: 415, message: 'Unsupported source format' }, // [doc], status too
  9522: { status: 503, message: 'The service is busy' }, // [doc], status too
  10000: { status: 401, message: 'Authentication error' }, // [obs], status too
} as const

/** One of Cloudflare's error numbers that we know. */
export type CloudflareErrorCode = keyof typeof cloudflareErrors
