import { ImagesError } from '../api/ImagesError.ts'
import { encodeText } from './encodeText.ts'

/**
 * Writes an id into a path: slashes stay, everything else that is reserved is percent-encoded.
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/upload-custom-path/
 * @throws ImagesError `invalid-id` for an id that no URL can carry.
 */
export function encodeImageId(imageId: string): string {
  if (typeof imageId === 'string') {
    if (plain.test(imageId)) return imageId
    if (!unsafe.test(imageId) && !loneSurrogate.test(imageId)) {
      return imageId.split('/').map(encodeText).join('/')
    }
  }
  throw new ImagesError(
    'invalid-id',
    `No URL can carry the image id ${JSON.stringify(imageId)}.`,
  )
}

/** Ids that are written as they are, UUIDs among them. */
const plain = /^[\w-]+(?:[./][\w-]+)*$/

/** Empty, a slash at an end, or a segment that a browser would resolve away. */
const unsafe = /^$|^\/|\/$|(?:^|\/)\.\.?(?:\/|$)/

/** Half of a character: has no bytes to percent-encode. */
const loneSurrogate = /\p{Surrogate}/u
