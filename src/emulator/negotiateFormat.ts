import type { TransformOptions } from '../url/TransformOptions.ts'
import type { StoredFile } from './Store.ts'
import type { OutputFormat, TransformRequest } from './Transformer.ts'

/** By what the format of an answer is chosen. */
export interface NegotiateOptions {
  /** The format that the URL asks for. */
  format: TransformOptions['format']
  /** What the browser says it can show. */
  accept: string
  /** Whether an animation goes on moving. */
  isAnimated: boolean
}

/**
 * The format of an answer: AVIF where the browser names it, then WebP, else the original's; and what stands in for an
 * AVIF that is too large.
 *
 * Hosted images behave so without `format=auto` too [doc serve-uploaded-images]. An animation is never AVIF, which is
 * too slow to be made on the way [inf]; a HEIC always becomes something else [doc limits].
 *
 * @see https://developers.cloudflare.com/images/optimization/features/
 */
export function negotiateFormat(
  { type }: Pick<StoredFile, 'type'>,
  { format = 'auto', accept, isAnimated }: NegotiateOptions,
): Pick<TransformRequest, 'format' | 'fallback'> {
  switch (format) {
    case 'avif':
      return isAnimated ? { format: 'webp' } : { format: 'avif', fallback: 'webp' }
    case 'webp':
    case 'jpeg':
    case 'baseline-jpeg':
      return { format }
    case 'png':
    case 'png-force':
      return { format: 'png' }
    case 'svg': // only vectors can be delivered as SVG, and those never come here
    case 'json':
    case 'auto':
      break
  }
  // A weight of zero names a format only to refuse it.
  const offered = accept
    .split(',')
    .filter((range) => !/;\s*q=0(?:\.0*)?\s*$/i.test(range))
    .join()
  const fallback = /image\/webp/i.test(offered)
    ? 'webp'
    : originalFormat(type, isAnimated)
  return !isAnimated && /image\/avif/i.test(offered)
    ? { format: 'avif', fallback }
    : { format: fallback }
}

/** A format that every browser shows, as near to the original as can be. */
const originalFormat = (type: string, isAnimated: boolean): OutputFormat => {
  switch (type) {
    case 'image/png':
      return 'png'
    case 'image/gif':
      return 'gif'
    case 'image/webp': // may have an alpha channel, which JPEG has not [inf]
      return isAnimated ? 'gif' : 'png'
    default:
      return 'jpeg'
  }
}
