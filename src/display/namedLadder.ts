import { isDevelopment } from '#development'
import type { Candidate } from '../url/writeSrcSet.ts'
import { isSvg } from './isSvg.ts'
import { namedUrl } from './namedUrl.ts'
import { requireDelivery } from './requireDelivery.ts'
import type { GivenSlot, Known } from './responsiveUrls.ts'
import { variantSize } from './variantSize.ts'
import { warnOnce } from './warnOnce.ts'

/**
 * The candidates of a picture in named variants: the only ones for private images, and for accounts without flexible
 * variants. Without `variants`, all that keep the ratio and whose URL is known.
 *
 * @throws ImagesError `private-image`, `unknown-variant`, `no-delivery`.
 */
export function namedLadder(given: GivenSlot, { box, facts }: Known): Candidate[] {
  const { image, delivery, variants, signedUrls = image?.urls } = given
  const known = requireDelivery(delivery).variants
  const own = facts && facts.w / facts.h
  const isOffered = (name: string): boolean => {
    const { width, height } = variantSize(known[name], facts)
    const delivered = width && height ? width / height : own
    const wanted = box.ratio ?? own
    const fits =
      delivered === wanted || Math.abs((delivered ?? 0) / (wanted ?? 0) - 1) <= 0.02
    return fits && (!image?.requireSignedURLs || !!signedUrls?.[name])
  }
  const names = variants ?? Object.keys(known).filter(isOffered)
  const rungs = new Map<number, string>()
  for (const name of isSvg(given) ? [] : names) {
    const definition = known[name] ?? {}
    const { width = definition.width } = variantSize(definition, facts)
    if (width && (definition.width || definition.height)) rungs.set(width, name)
  }
  if (rungs.size === 0) {
    if (isDevelopment && !isSvg(given)) {
      warnOnce(
        `No width is known of the variants ${names.join(', ') || 'that keep the ratio'}, so a picture has one size for all screens. Write the widths of your variants into defineDelivery.`,
      )
    }
    rungs.set(0, names[0] ?? 'public')
  }
  return Array.from(rungs, ([width, name]): Candidate => [
    namedUrl(given, name),
    width,
  ]).sort(([, a], [, b]) => a - b)
}
