/**
 * Whether an id comes back from Cloudflare as it went there, and means one user: an empty creator would mean "images
 * of nobody", and control characters and halves of characters change on the way.
 */
export function isUserId(id: unknown): id is string {
  return (
    typeof id === 'string' &&
    id.trim() === id &&
    /^(?!\*$|deleted:)[^\p{Cc}\p{Cs}]{1,1016}$/u.test(id)
  )
}
