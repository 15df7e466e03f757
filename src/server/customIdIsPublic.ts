import { ImagesError } from '../api/ImagesError.ts'

/** A refusal made here because Cloudflare's own has no number for it. */
export function customIdIsPublic(id: string): ImagesError {
  return new ImagesError(
    'custom-id-cannot-be-private',
    `Cloudflare keeps no image with a custom id private, such as ${id}. Leave the id to Cloudflare.`,
  )
}
