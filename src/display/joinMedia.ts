/**
 * One media query that holds where the first does and none of the others.
 *
 * A query that cannot be joined to others, such as one for `print`, makes one that never holds.
 *
 * @see https://www.w3.org/TR/mediaqueries-4/#media-condition
 */
export function joinMedia(
  media: string | undefined,
  others: readonly string[],
): string | undefined {
  const parts = others.map((other) => `(not ${enclose(other)})`)
  if (media) parts.unshift(enclose(media))
  return parts.join(' and ') || undefined
}

/** A media query as one condition in parentheses. */
export function enclose(media: string): string {
  const queries = media.split(',').map((query) => {
    const condition = query.trim().replace(/^(?:only\s+)?(?:screen|all)\s+and\s+/i, '')
    return /^\([^()]*\)$/.test(condition) ? condition : `(${condition})`
  })
  return queries.length > 1 ? `(${queries.join(' or ')})` : queries.join('')
}
