import { isDevelopment } from '#development'
import { checkOptions } from './checkOptions.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { writeOptions } from './writeOptions.ts'

/**
 * Writes options as the last part of a URL, in one order whatever the order they come in.
 *
 * `format: 'auto'` is what hosted images do anyway, so it is written only where nothing else is left: a URL without a
 * last part is an error at Cloudflare.
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
  if (isDevelopment) checkOptions(options)
  return (
    writeOptions(
      options.format === 'auto' ? { ...options, format: undefined } : options,
    ) || 'format=auto'
  )
}
