/**
 * Percent-encodes well-formed text so that it is one piece of a URL, reserved marks included.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.2
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
