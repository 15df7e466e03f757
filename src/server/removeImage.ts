import type { HostedImage } from '../api/HostedImage.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
import type { ActingUser } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { jsonBytes } from './jsonBytes.ts'

/** Deletes an image that was found to be the user's, for good or so that it can be restored, and tells the app. */
export async function removeImage<TUser extends ImagesUser>(
  { user, options: { images, softDelete, on }, signal }: ActingUser<TUser>,
  image: HostedImage,
): Promise<void> {
  const metadata = markDeleted(image)
  const fits = jsonBytes(metadata) <= limits.metadata
  // A draft has nothing to restore; without room for the mark no sweep would ever find the image.
  if (softDelete && fits && !image.draft) {
    const creator = deletedCreator(image.creator ?? '')
    await images.update(image.id, { creator, metadata }, { signal })
  } else await images.delete(image.id, { signal })
  await on?.deleted?.({ user, id: image.id })
}

/** Whose a deleted image is: nobody who signs in can have this id. */
export function deletedCreator(id: string): string {
  return `deleted:${id}`
}

/** The image's metadata with the time of its deletion among the facts, in Unix seconds. */
function markDeleted({ meta = {} }: HostedImage): Record<string, unknown> {
  const deletedAt = Math.floor(Date.now() / 1000)
  return { ...meta, rci: { ...(meta['rci'] as object), d: deletedAt } } // spreading anything else gives nothing of use
}
