/**
 * Whether a URL can carry `imageId`: not empty, at most 1,024 characters, no slash at an end, and no segment that a
 * browser would resolve away (`.` and `..`).
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/upload-custom-path/
 */
export function isImageId(imageId: unknown): imageId is string {
  return typeof imageId === 'string' && imageId.length <= 1024 && !unsafe.test(imageId)
}

/** Empty, a slash at an end, a dot segment, or half a character. */
const unsafe = /^$|^\/|\/$|(?:^|\/)\.\.?(?:\/|$)|\p{Surrogate}/u
