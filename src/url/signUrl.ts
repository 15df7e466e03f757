import { ImagesError } from '../api/ImagesError.ts'
import { encodeImageId } from './encodeImageId.ts'
import { imageUrl } from './imageUrl.ts'
import { importSigningKey } from './importSigningKey.ts'
import { requireDeliveryUrl } from './requireDeliveryUrl.ts'
import { signedText } from './signedText.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import { unixSeconds } from './unixSeconds.ts'

/** Until when a signed URL holds: `expiresAt` or `expiresIn`, and for ever with neither. */
export type SignUrlOptions = KnownPlace &
  (
    | {
        /** When it expires: a Date or Unix seconds. */
        expiresAt?: Date | number | undefined
        expiresIn?: undefined
      }
    | {
        /** Seconds from now until it expires. */
        expiresIn?: number | undefined
        expiresAt?: undefined
      }
  )

/**
 * Signs the URL of a private image. For servers: whoever has the key can see every private image of the account.
 *
 * A signature that the URL has already is replaced. Cloudflare delivers private images in named variants only.
 *
 * @example
 * ```ts
 * import { signUrl } from 'react-cloudflare-images/url'
 *
 * const url = 'https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/083eb7b2-5392-4565-b69e-aff66acddd00/thumbnail'
 *
 * export const signed = await signUrl(url, 'the key from your secrets', { expiresIn: 3600 })
 * ```
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 * @throws ImagesError `invalid-request` for a URL that is no delivery URL, `invalid-options` for a time that is none.
 */
export async function signUrl(
  url: string,
  key: string,
  options: SignUrlOptions = {},
): Promise<string> {
  const { expiresAt, expiresIn, ...known } = options
  const parts = requireDeliveryUrl(url, known)
  const writtenId = encodeImageId(parts.imageId)
  const expiry = expiryOf(expiresAt, expiresIn)
  const kept = parts.query
    .split('&')
    .filter((pair) => pair && !/^(?:exp|sig)(?:=|$)/.test(pair))
  const query = (expiry === undefined ? kept : [...kept, `exp=${expiry}`]).join('&')
  const text = new TextEncoder().encode(signedText({ ...parts, writtenId }, query))
  const bytes = await crypto.subtle.sign('HMAC', await importSigningKey(key), text)
  const signature = Array.from(new Uint8Array(bytes), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  return `${imageUrl(parts, parts.imageId, parts.leaf)}?${query && `${query}&`}sig=${signature.join('')}`
}

function expiryOf(
  expiresAt: Date | number | undefined,
  expiresIn: number | undefined,
): number | undefined {
  if (expiresIn === undefined)
    return expiresAt === undefined ? undefined : unixSeconds(expiresAt)
  if (expiresIn > 0 && expiresAt === undefined)
    return unixSeconds(Date.now() / 1000 + expiresIn)
  throw new ImagesError(
    'invalid-options',
    `A signature cannot expire in ${expiresIn} seconds${expiresAt === undefined ? '' : ' and at a time as well'}: the URL would be refused. Give either expiresIn, more than 0, or expiresAt.`,
  )
}
