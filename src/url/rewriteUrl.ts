import { ImagesError } from '../api/ImagesError.ts'
import { formatOptions } from './formatOptions.ts'
import { imageUrl } from './imageUrl.ts'
import { parseOptions } from './parseOptions.ts'
import { splitDeliveryUrl } from './splitDeliveryUrl.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'

/**
 * The same image in another variant, or with options merged over those that the URL has.
 *
 * @throws ImagesError `private-image` for a signed URL, whose signature would no longer fit; `invalid-request` for
 * a URL that is no delivery URL.
 */
export function rewriteUrl(
  url: string,
  variantOrOptions: string | TransformOptions,
  known?: KnownPlace,
): string {
  const parts = splitDeliveryUrl(url, known)
  if (!parts) throw new ImagesError('invalid-request', `${url} is no delivery URL.`)
  if (/[?&]sig=/.test(parts.query)) {
    throw new ImagesError('private-image', 'A signed URL cannot be rewritten.')
  }
  const leaf =
    typeof variantOrOptions === 'string'
      ? variantOrOptions
      : formatOptions({
          ...(parts.leaf.includes('=') && parseOptions(parts.leaf)),
          ...variantOrOptions,
        })
  return imageUrl(parts, parts.imageId, leaf) + parts.query
}
