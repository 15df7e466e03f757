/**
 * Percent-encodes well-formed text so that it is one piece of a URL, reserved marks included.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-2.2
 */
export function percentEncode(text: string): string {
  // Most texts need nothing, such as the ids that Cloudflare gives, and this is told sooner.
  if (/^[\w.~-]+$/.test(text)) return text
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
