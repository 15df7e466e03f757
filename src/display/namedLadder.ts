import { isDevelopment } from '#development'
import { hasOneUrl } from './hasOneUrl.ts'
import type { Ladder } from './Ladder.ts'
import { namedUrl } from './namedUrl.ts'
import type { Source } from './readSource.ts'
import { requireDelivery } from './requireDelivery.ts'
import { variantSize } from './variantSize.ts'
import { warnOnce } from './warnOnce.ts'

/** What named variants have to fit to. */
export interface NamedLadderOptions {
  /** The variants to choose from. @default all that keep the ratio and whose URL is known */
  variants?: readonly string[] | undefined
  /** The ratio that is asked for. @default the picture's own */
  ratio?: number | undefined
}

/**
 * The `srcset` of a picture in named variants: the only one for private images and for accounts without flexible
 * variants.
 *
 * @throws ImagesError `private-image`, `unknown-variant`, `no-delivery`.
 */
export function namedLadder(
  source: Source,
  { variants, ratio }: NamedLadderOptions,
): Ladder {
  const { facts, image, urls } = source
  const known = requireDelivery(source.delivery).variants
  const own = facts && facts.w / facts.h
  const isOffered = (name: string): boolean => {
    const { width, height, isFrame } = variantSize(known[name] ?? {}, facts)
    const delivered = isFrame || !width || !height ? own : width / height
    const wanted = ratio ?? own
    const fits =
      delivered === wanted || Math.abs((delivered ?? 0) / (wanted ?? 0) - 1) <= 0.02
    return fits && (!image?.requireSignedURLs || !!urls?.[name])
  }
  const names = variants ?? Object.keys(known).filter(isOffered)
  if (hasOneUrl(source))
    return { srcSet: namedUrl(source, names[0] ?? 'public'), widths: [] }
  const rungs = new Map<number, string>()
  for (const name of names) {
    const definition = known[name] ?? {}
    const { width } = variantSize(definition, facts)
    if (width && (definition.width || definition.height)) rungs.set(width, name)
  }
  if (isDevelopment && rungs.size === 0) {
    warnOnce(
      `No width is known of the variants ${names.join(', ') || 'that keep the ratio'}, so "${source.id}" has one size for all screens. Write the widths of your variants into defineDelivery.`,
    )
  }
  if (rungs.size === 0) {
    return { srcSet: namedUrl(source, names[0] ?? 'public'), widths: [] }
  }
  const widths = [...rungs.keys()].sort((a, b) => a - b)
  const srcSet = widths.map(
    (width) => `${namedUrl(source, rungs.get(width) ?? '')} ${width}w`,
  )
  return { srcSet: srcSet.join(', '), widths }
}
