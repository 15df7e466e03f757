import type { MintRequest } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { checkMetadata, joinMetadata } from './checkMetadata.ts'
import type { ActingUser } from './HandlerCall.ts'
import { ifMissing } from './ifMissing.ts'
import type { NewImageOptions } from './ImagesClient.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { isGeneratedId, isImageId } from './isImageId.ts'

/** What the server says of a new image: whose it is, how private, under which id, with which metadata. */
export async function describeNewImage<TUser extends ImagesUser>(
  { user, options, signal }: ActingUser<TUser>,
  file: MintRequest,
): Promise<NewImageOptions> {
  const { images, requireSignedURLs, idFor } = options
  const metadata = await checkMetadata(file.metadata, options.metadata, user)
  const joined = joinMetadata(metadata, file.facts)
  const id = await idFor?.(user, file)
  if (id !== undefined) {
    if (!isImageId(id) || isGeneratedId(id) || id.startsWith('-/')) throw unusable(id)
    // Cloudflare refuses an id that is taken; a simulator may not.
    if (await images.get(id, { signal }).catch(ifMissing)) {
      throw new ImagesError('conflict', 'There already is an image with this id.')
    }
  }
  return {
    id,
    creator: user.id,
    metadata: joined,
    requireSignedURLs:
      typeof requireSignedURLs === 'function'
        ? await requireSignedURLs(user, file)
        : requireSignedURLs,
    signal,
  }
}

function unusable(id: unknown): ImagesError {
  return new ImagesError(
    'server-error',
    `idFor returned ${JSON.stringify(id)}. Return 1 to 1,024 characters: no UUID, no slash at an end, no "..".`,
    { retryable: false },
  )
}
