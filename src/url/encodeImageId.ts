import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { isImageId } from './isImageId.ts'
import { percentEncode } from './percentEncode.ts'

/**
 * Writes an id into a path: its slashes stay, `%` becomes `%25`, everything else that is reserved is percent-encoded.
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/upload-custom-path/
 * @throws ImagesError `invalid-id` for an id that no URL can carry.
 */
export function encodeImageId(imageId: string): string {
  if (!isImageId(imageId)) {
    throw new ImagesError(
      'invalid-id',
      isDevelopment
        ? `${JSON.stringify(imageId) ?? 'undefined'} is no image id: a URL with it would lead elsewhere or nowhere. Pass the id that Cloudflare gave the image: 1 to 1024 characters, without a slash at an end and without "." or ".." as a segment.`
        : '',
    )
  }
  return imageId.replace(/[^\w.~/-]+/g, (marks) => percentEncode(marks))
}
