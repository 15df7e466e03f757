import type { ImageFacts } from '../api/ImageFacts.ts'
import type { Delivery } from '../url/Delivery.ts'
import { sizesAttribute } from '../url/sizesAttribute.ts'
import { writeSrcSet } from '../url/writeSrcSet.ts'
import { flexibleLadder } from './flexibleLadder.ts'
import type { GivenSource } from './GivenSource.ts'
import type { ImageBox } from './imageBox.ts'
import { namedLadder } from './namedLadder.ts'
import { replaceLeaf } from './replaceLeaf.ts'
import type { ResponsiveProps } from './ResponsiveImageOptions.ts'

/** A picture and what is said of its place. */
export type GivenSlot = GivenSource & ResponsiveProps<Delivery>

/** What is known of a picture and of its place. */
export interface Known {
  box: ImageBox
  facts: ImageFacts | undefined
  /** Whether it is loaded only when it comes near the screen: browsers then see for themselves how wide it is. */
  isAuto: boolean
}

/** The attributes that say which URLs a picture has. */
export interface ResponsiveUrls {
  src: string
  srcSet?: string
  sizes?: string
}

/** The URLs of a picture that comes in the size that the screen needs. @throws ImagesError */
export function responsiveUrls(given: GivenSlot, known: Known): ResponsiveUrls {
  const { src, image, delivery, variants, layout, sizes, maxDpr } = given
  const { box } = known
  const path = src && replaceLeaf(src, '{leaf}', delivery)
  if (path && path === src) return { src }
  const isNamed =
    variants || image?.requireSignedURLs || (!src && delivery?.flexible === false)
  const candidates = isNamed
    ? namedLadder(given, known)
    : flexibleLadder(given, { box, facts: known.facts, path })
  // For what reads no srcset: a picture of usual size, not the largest.
  const usual = (layout !== 'fullWidth' && box.width) || 1080
  const best = candidates.find(([, width]) => width >= usual) ?? candidates.at(-1)
  const usualUrl = best![0] // there is one candidate at least
  if (candidates.length < 2) return { src: usualUrl }
  const text =
    typeof sizes === 'string'
      ? sizes
      : sizesAttribute({ layout, width: box.width, sizes, maxDpr })
  // Where the browser sees the width for itself, it needs both attributes, for it lays out without the picture.
  const isAuto =
    known.isAuto && !maxDpr && box.width && box.height && !text.startsWith('auto')
  return {
    src: usualUrl,
    srcSet: writeSrcSet(candidates),
    sizes: isAuto ? `auto, ${text}` : text,
  }
}
