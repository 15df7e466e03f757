import { limits } from '../api/limits.ts'
import { Refusal } from './Refusal.ts'

const imageExtensions = /^(?:jpe?g|jfif|png|gif|webp|svg|avif|hei[cf]|bmp|tiff?|ico)$/i

/**
 * Refuses what Cloudflare does not take as a custom id. The sentence and the first two reasons are Cloudflare's
 * [obs], the others are worded alike [inf].
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/upload-custom-path/
 */
export function checkCustomId(id: string): void {
  const reason = flawOf(id)
  if (reason !== undefined) throw new Refusal(5411, { reason })
}

/** Whether an id was chosen by the account: Cloudflare's own look like UUIDs, and no custom id may. */
export function isCustomId(id: string): boolean {
  return !isUuid(id)
}

const flawOf = (id: string): string | undefined => {
  if (isUuid(id)) return 'Must not be UUID' // [obs]
  if (hasForeignExtension(id)) return 'Must not use a non-image file name extension' // [obs]
  if (id === '') return 'Must not be empty'
  if (id.length > limits.idLength) return `Must not exceed ${limits.idLength} characters`
  if (id.startsWith('/') || id.endsWith('/')) return 'Must not start or end with a slash'
  // A URL never carries these segments to the other end. [inf]
  if (id.split('/').some((segment) => segment === '.' || segment === '..')) {
    return 'Must not have a relative path segment'
  }
  return undefined
}

const isUuid = (id: string) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(id)

/** `photo.exe` has a foreign ending; `photo.jpg`, `photo` and `release-1.20` have none. [inf] */
const hasForeignExtension = (id: string) => {
  const extension = /[^/]\.([a-z][a-z\d]{0,4})$/i.exec(id)?.[1]
  return extension !== undefined && !imageExtensions.test(extension)
}
