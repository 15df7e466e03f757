import { percentEncode } from './percentEncode.ts'

/**
 * Percent-encodes everything but letters, digits and `-._~`, so that the text is safe in a `srcset` and in CSS too.
 *
 * Half a character (a lone surrogate) has no bytes and becomes U+FFFD, as in everything that a browser sends.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.2
 */
export function encodeText(text: string): string {
  return text.replace(/[^\w.~-]+/g, (marks) =>
    percentEncode(marks.replace(/\p{Surrogate}/gu, '\uFFFD')),
  )
}
