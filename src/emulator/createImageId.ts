/**
 * A new id in the shape of Cloudflare's: like a UUID with version 4, but with any variant digit and `00` as its last
 * byte, so that code which insists on RFC 4122 fails here as it would there. [obs]
 */
export function createImageId({ legacy = false }: { legacy?: boolean } = {}): string {
  if (legacy) return createLegacyId()
  const digits = crypto.randomUUID()
  const variant = crypto.getRandomValues(new Uint8Array(1))[0]! & 15
  return `${digits.slice(0, 19)}${variant.toString(16)}${digits.slice(20, 34)}00`
}

/** The beta of 2021 wrote `1;`, 22 letters and digits, `;` and six more, in base64. [obs] */
const createLegacyId = () => btoa(`1;${letters(22)};${letters(6)}`)

const letters = (length: number) =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(length)),
    (byte) => alphabet[byte % alphabet.length],
  ).join('')

const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
