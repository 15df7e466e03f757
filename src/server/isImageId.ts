import { isImageId as fitsUrl } from '../url/isImageId.ts'

/**
 * Whether `id` can be the id of an image, and nothing else in Cloudflare's paths.
 *
 * `GET /images/v1/keys` answers the signing keys and `/images/v1/..` leaves the folder: no caller may reach them by
 * an "id".
 */
export function isImageId(id: unknown): id is string {
  return (
    fitsUrl(id) && !/^(batch_token|config|direct_upload|keys|stats|variants)$/.test(id)
  )
}

/**
 * Whether Cloudflare made this id. Its ids look like UUIDs but their variant digit is random, so only the shape
 * is looked at; a custom id must not have it.
 */
export function isGeneratedId(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)
}
