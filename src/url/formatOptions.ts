import { requireOptions } from './requireOptions.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { writeLeaf } from './writeLeaf.ts'

/**
 * Writes options as the last part of a URL, in one order whatever the order they come in: width and height first, the
 * others by name. One picture then has one URL and one place in every cache.
 *
 * Without any option it is `format=auto`, which changes nothing, since a URL without a last part is an error at
 * Cloudflare. Beside other options `format: 'auto'` is left out: it is what hosted images do anyway.
 *
 * @example
 * ```ts
 * import { formatOptions } from 'react-cloudflare-images/url'
 *
 * formatOptions({ fit: 'cover', width: 400 }) // 'width=400,fit=cover'
 * ```
 * @see https://developers.cloudflare.com/images/optimization/features/
 * @throws ImagesError `invalid-options`.
 */
export function formatOptions(options: TransformOptions): string {
  requireOptions(options)
  return writeLeaf(options)
}
