/**
 * A new id in the shape of Cloudflare's: like a UUID with version 4, but with any variant digit and `00` as its last
 * byte, so that code which insists on RFC 4122 fails here as it would there. [obs]
 */
export function createImageId(): string {
  const digits = crypto.randomUUID()
  const variant = crypto.getRandomValues(new Uint8Array(1))[0]! & 15
  return `${digits.slice(0, 19)}${variant.toString(16)}${digits.slice(20, 34)}00`
}
