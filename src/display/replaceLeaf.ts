import { isDevelopment } from '#development'
import type { Delivery } from '../url/Delivery.ts'
import { safeUrl } from './safeUrl.ts'
import { warnOnce } from './warnOnce.ts'

/**
 * A delivery URL with another last part, the one that says in which variant or size. Any other URL stays as it is, and
 * so does one with a query: a signature is for one last part only.
 *
 * @throws ImagesError `invalid-options` where it is no URL of a picture.
 */
export function replaceLeaf(
  url: string,
  leaf: string,
  delivery: Delivery | undefined,
): string {
  const { baseUrl, accountHash, path } = delivery ?? {}
  const own = `${baseUrl}${path?.split('{')[0] ?? `/${accountHash}/`}`
  if (/\/imagedelivery(?:\.net)?\//.test(safeUrl(url)) || url.startsWith(own)) {
    return url.replace(/^([^?#]*\/)[^/?#]+$/, (_, before: string) => before + leaf)
  }
  if (isDevelopment) {
    warnOnce(
      `${url.slice(0, 200)} is no delivery URL, so it is shown as it is, in one size for all screens. Pass a delivery URL, an id or an image.`,
    )
  }
  return url
}
