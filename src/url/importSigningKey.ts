/** A signing key as Web Crypto wants it. Cloudflare uses the text's bytes as they are. */
export function importSigningKey(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )
}
