import type { HostedVariant } from '../api/HostedImage.ts'
import type { KnownPlace } from '../url/splitDeliveryUrl.ts'
import { verifyUrl } from '../url/verifyUrl.ts'
import { Refusal } from './Refusal.ts'
import type { StoredImage } from './Store.ts'
import type { StoredAccount } from './Store.ts'

/** How an image is asked for. */
export interface AccessOptions {
  /** Path and query of the URL. */
  address: string
  /** Where the hash, the id and the leaf are in it. */
  place: KnownPlace
  /** The named variant; undefined where the URL has options. */
  variant: HostedVariant | undefined
  account: StoredAccount
  /** Unix milliseconds. */
  now: number
}

/**
 * Lets public images, variants that never need a signature, and good signatures pass; any key of the account will do.
 *
 * @throws Refusal 9425 with 403 [errors]. The text about a wrong signature is Cloudflare's [obs], the others are
 *   worded alike [inf].
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 */
export async function checkAccess(
  image: StoredImage,
  { address, place, variant, account, now }: AccessOptions,
): Promise<void> {
  if (!image.requireSignedURLs || variant?.neverRequireSignedURLs === true) return
  if (variant === undefined)
    throw denied('Flexible variants are not available for private images')
  const statuses = await Promise.all(
    account.keys.map(({ value }) =>
      verifyUrl(address, value, { ...place, now: new Date(now) }),
    ),
  )
  if (statuses.includes('valid')) return
  if (statuses.includes('expired'))
    throw denied('check failed: The URL signature has expired')
  if (statuses.includes('missing')) throw denied('check failed: The URL has no signature')
  throw denied(
    'check failed: Malformed data found: The URL signature does not match. Expecting SHA-256 HMAC of the path without domain nor query string',
  )
}

/** Image access denied, for this reason. [errors] */
export function denied(reason: string): Refusal {
  return new Refusal(9425, { reason })
}
