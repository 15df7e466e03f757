import type { DeliveryUrlParts } from './splitDeliveryUrl.ts'

/**
 * What a signature covers: `/<hash>/<id>/<leaf>`, and the query without `sig` where there is one. Not the host, and not
 * what a custom domain puts before the hash.
 *
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/serve-private-images/
 */
export function signedText(
  {
    accountHash,
    writtenId,
    leaf,
  }: Pick<DeliveryUrlParts, 'accountHash' | 'writtenId' | 'leaf'>,
  query: string,
): string {
  return `/${accountHash}/${writtenId}/${leaf}${query && `?${query}`}`
}
