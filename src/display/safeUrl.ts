import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'

/**
 * Lets through what can be a picture: `http`, `https`, `blob`, `data:image` and relative URLs.
 *
 * @throws ImagesError `invalid-options` for any other scheme, such as `javascript:` or `data:text`.
 */
export function safeUrl(url: string): string {
  if (picture.test(url)) return url
  throw new ImagesError(
    'invalid-options',
    isDevelopment
      ? `${JSON.stringify(url.slice(0, 80))} is no URL of a picture, and some such URLs run code. Pass an http, https, blob, data:image or relative URL.`
      : '',
  )
}

/** A scheme that is allowed, or no colon before the first slash, question mark or hash: a relative URL. */
const picture = /^(?:https?:|blob:|data:image\/|[^:]*(?:[/?#]|$))/i
