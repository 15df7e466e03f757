import { ImagesError } from '../api/ImagesError.ts'

/** A signing key as Web Crypto wants it. Cloudflare takes the key's text as it is, without decoding it. */
export function importSigningKey(key: string): Promise<CryptoKey> {
  if (!key) {
    throw new ImagesError(
      'invalid-options',
      'The signing key is empty, and what it signs would be worth nothing. Pass one of the keys that Cloudflare lists for the account.',
    )
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return crypto.subtle.importKey('raw', new TextEncoder().encode(key), algorithm, false, [
    'sign',
    'verify',
  ])
}
