import { isDevelopment } from '#development'
import type { ImageFacts } from '../api/ImageFacts.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import type { Delivery } from '../url/Delivery.ts'
import { beforeLeaf } from './beforeLeaf.ts'
import type { ShownImage } from './ImageSource.ts'
import { safeUrl } from './safeUrl.ts'
import { warnOnce } from './warnOnce.ts'

/** The three ways to name a picture, before it is known that exactly one was used. */
export interface GivenSource {
  id?: string | undefined
  image?: ShownImage | undefined
  src?: string | undefined
  delivery?: Delivery | undefined
  signedUrls?: Readonly<Record<string, string>> | undefined
}

/** The picture that is meant: by its id, by a delivery URL without its last part, or by a URL that is shown as it is. */
export interface Source {
  delivery: Delivery | undefined
  id?: string | undefined
  /** A delivery URL up to its last part. */
  before?: string | undefined
  /** A URL that is shown as it is. */
  url?: string | undefined
  /** URLs by variant name that are ready, signed ones among them. */
  urls?: Readonly<Record<string, string>> | undefined
  image?: ShownImage | undefined
  facts?: ImageFacts | undefined
}

/** Finds out which picture is meant. @throws ImagesError `invalid-options` unless exactly one of the three is given. */
export function readSource({
  id,
  image,
  src,
  delivery,
  signedUrls,
}: GivenSource): Source {
  if ([id, image, src].filter(isGiven).length !== 1) {
    throw new ImagesError(
      'invalid-options',
      isDevelopment
        ? 'It is not clear which picture to show. Give exactly one of id, image and src, and render nothing while there is none.'
        : 'Give one of id, image, src',
    )
  }
  if (!isGiven(src)) {
    return {
      delivery,
      id: image ? image.id : id,
      urls: signedUrls ?? image?.urls,
      image,
      facts: image && readImageFacts(image),
    }
  }
  const before = beforeLeaf(safeUrl(src), delivery)
  if (before) return { delivery, before }
  if (isDevelopment && !src.includes('sig=')) {
    warnOnce(
      `${src.slice(0, 200)} is no delivery URL, so it is shown as it is, in one size for all screens. Pass a delivery URL, an id or an image.`,
    )
  }
  return { delivery, url: src }
}

const isGiven = <TValue>(value: TValue): value is NonNullable<TValue> =>
  value !== undefined && value !== null
