import type { TransformOptions } from './TransformOptions.ts'
import { writeOptions } from './writeOptions.ts'

/**
 * Writes options as the last part of a hosted URL, unchecked.
 *
 * `format: 'auto'` is what hosted images do anyway, so it is written only where nothing else is left: a URL without a
 * last part is an error at Cloudflare.
 *
 * @throws ImagesError `invalid-options` for a name or a value that has no written form.
 */
export function writeLeaf(options: TransformOptions): string {
  const { format, ...others } = options
  return writeOptions(format === 'auto' ? others : options) || 'format=auto'
}
