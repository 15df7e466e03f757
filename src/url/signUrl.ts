import { ImagesError } from '../api/ImagesError.ts'
import { importSigningKey } from './importSigningKey.ts'
import { splitSigned } from './splitSigned.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import { unixSeconds } from './unixSeconds.ts'

/** How long a signed URL holds: for `expiresIn`, until `expiresAt`, or for ever with neither. */
export interface SignUrlOptions extends KnownPlace {
  /** When it expires: a Date or Unix seconds. */
  expiresAt?: Date | number | undefined
  /** Seconds from now until it expires. */
  expiresIn?: number | undefined
}

/**
 * Signs the URL of a private image, with the key of the account. For servers: the key must not reach a browser.
 *
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 */
export async function signUrl(
  url: string,
  key: string,
  { expiresAt, expiresIn, ...known }: SignUrlOptions = {},
): Promise<string> {
  const parts = splitSigned(url, known)
  if (!parts) throw new ImagesError('invalid-request', `${url} is no delivery URL.`)
  const expires = expiresIn === undefined ? expiresAt : Date.now() / 1000 + expiresIn
  const query = [
    ...parts.query,
    ...(expires === undefined ? [] : [`exp=${unixSeconds(expires)}`]),
  ].join('&')
  const signed = parts.path + (query && `?${query}`)
  const bytes = await crypto.subtle.sign(
    'HMAC',
    await importSigningKey(key),
    new TextEncoder().encode(signed),
  )
  const hex = Array.from(new Uint8Array(bytes), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `${parts.address}?${query && `${query}&`}sig=${hex}`
}
