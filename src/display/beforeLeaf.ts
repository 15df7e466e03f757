import { isDevelopment } from '#development'
import type { Delivery } from '../url/Delivery.ts'
import { safeUrl } from './safeUrl.ts'
import { warnOnce } from './warnOnce.ts'

/**
 * A delivery URL up to its last part, the one that says in which variant or size. Undefined where it is no delivery URL,
 * and where it has a query: a signature is for one last part only.
 *
 * @throws ImagesError `invalid-options` where it is no URL of a picture.
 */
export function beforeLeaf(
  url: string,
  delivery: Delivery | undefined,
): string | undefined {
  const before = /^[^?#]+\/(?=[^/?#]+$)/.exec(safeUrl(url))?.[0]
  const { baseUrl, accountHash, path } = delivery ?? {}
  const own = `${baseUrl}${path?.split('{')[0] ?? `/${accountHash}/`}`
  const isHosted = /\/imagedelivery(?:\.net)?\//
  if (before && (isHosted.test(before) || before.startsWith(own))) return before
  if (isDevelopment && !url.includes('sig=')) {
    warnOnce(
      `${url.slice(0, 200)} is no delivery URL, so it is shown as it is, in one size for all screens. Pass a delivery URL, an id or an image.`,
    )
  }
  return undefined
}
