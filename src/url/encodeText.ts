/** Percent-encodes everything but letters, digits and `-._~`, so the text is safe in `srcset` and CSS as well. */
export function encodeText(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
