/**
 * Bytes of one file that the uploader accepts: 10 MB read the narrow way, since Cloudflare does not say which MB.
 *
 * In a file of its own, so that a page carries this one number at first and not all limits.
 */
export const fileSizeLimit = 10_000_000
