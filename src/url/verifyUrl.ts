import { importSigningKey } from './importSigningKey.ts'
import { signedText } from './signedText.ts'
import { splitDeliveryUrl } from './splitDeliveryUrl.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import { unixSeconds } from './unixSeconds.ts'

/** By which clock a URL is judged, and where it may lead. */
export interface VerifyUrlOptions extends KnownPlace {
  /** The time: a Date or Unix seconds. @default now */
  now?: Date | number | undefined
}

/** What a URL's signature is worth. */
export type SignatureStatus = 'valid' | 'expired' | 'invalid' | 'missing'

/**
 * Tells what the signature of a URL is worth. The comparison takes the same time whatever is wrong, and a date counts
 * only after the signature that covers it.
 *
 * @example
 * ```ts
 * import { verifyUrl } from 'react-cloudflare-images/url'
 *
 * export const isAllowed = async (url: string, key: string) => (await verifyUrl(url, key)) === 'valid'
 * ```
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 */
export async function verifyUrl(
  url: string,
  key: string,
  { now = new Date(), ...known }: VerifyUrlOptions = {},
): Promise<SignatureStatus> {
  const parts = splitDeliveryUrl(url, known)
  if (!parts) return /[?&]sig=/.test(url) ? 'invalid' : 'missing'
  const pairs = parts.query.split('&')
  const signatures = pairs.filter((pair) => pair.startsWith('sig='))
  if (signatures.length === 0) return 'missing'
  const [, hex] = /^sig=([\da-f]{64})$/.exec(signatures.join('&')) ?? []
  if (!hex) return 'invalid'
  const query = pairs.filter((pair) => !pair.startsWith('sig=')).join('&')
  const text = new TextEncoder().encode(signedText(parts, query))
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  )
  // Web Crypto compares the two in constant time.
  const holds = await crypto.subtle.verify(
    'HMAC',
    await importSigningKey(key),
    bytes,
    text,
  )
  if (!holds) return 'invalid'
  const expiry = pairs.find((pair) => pair.startsWith('exp='))?.slice('exp='.length)
  return expiry !== undefined && !(Number(expiry) > unixSeconds(now))
    ? 'expired'
    : 'valid'
}
