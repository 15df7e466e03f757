import { importSigningKey } from './importSigningKey.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import { splitSigned } from './splitSigned.ts'
import { unixSeconds } from './unixSeconds.ts'

/** By which clock, and where, a URL is verified. */
export interface VerifyUrlOptions extends KnownPlace {
  /** The time: a Date or Unix seconds. @default now */
  now?: Date | number | undefined
}

/** What a signature is worth. */
export type SignatureStatus = 'valid' | 'expired' | 'invalid' | 'missing'

/** Tells what the signature of a URL is worth. Compares in constant time, and trusts no date before the signature. */
export async function verifyUrl(
  url: string,
  key: string,
  { now = new Date(), ...known }: VerifyUrlOptions = {},
): Promise<SignatureStatus> {
  const parts = splitSigned(url, known)
  if (!parts) return 'invalid'
  const { signature, expires } = parts
  if (signature === undefined) return 'missing'
  if (!/^[0-9a-f]{64}$/.test(signature)) return 'invalid'
  const query = [
    ...parts.query,
    ...(expires === undefined ? [] : [`exp=${expires}`]),
  ].join('&')
  const signed = parts.path + (query && `?${query}`)
  const bytes = Uint8Array.from(signature.match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  )
  const valid = await crypto.subtle.verify(
    'HMAC',
    await importSigningKey(key),
    bytes,
    new TextEncoder().encode(signed),
  )
  if (!valid) return 'invalid'
  return expires !== undefined && Number(expires) <= unixSeconds(now)
    ? 'expired'
    : 'valid'
}
