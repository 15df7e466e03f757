import type { Delivery } from '../url/Delivery.ts'
import type { ShownImage } from './ImageSource.ts'

/** Which picture is meant, as the pure functions take it. */
export interface GivenSource {
  id?: string | undefined
  image?: ShownImage | undefined
  src?: string | undefined
  delivery?: Delivery | undefined
  /** Signed URLs by variant name. @default the image's */
  signedUrls?: Readonly<Record<string, string>> | undefined
}
