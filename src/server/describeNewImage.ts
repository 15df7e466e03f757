import type { MintRequest } from '../api/CloudflareImage.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import { checkMetadata, joinMetadata } from './checkMetadata.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { NewImageOptions } from './ImagesClient.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { isGeneratedId, isImageId } from './isImageId.ts'

/** What the server says of a new image: whose it is, how private, under which id, with which metadata. */
export async function describeNewImage<TUser extends ImagesUser>(
  { user, options, request: { signal } }: HandlerCall<TUser>,
  file: MintRequest,
): Promise<NewImageOptions> {
  const { metadata, requireSignedURLs = false, idFor } = options
  const checked = await checkMetadata(file.metadata, metadata, user)
  const joined = joinMetadata(checked, file.facts)
  const id = idFor && (await idFor(user, file))
  if (id !== undefined) await refuseTaken(id, options)
  return {
    creator: user.id,
    metadata: joined,
    requireSignedURLs:
      typeof requireSignedURLs === 'function'
        ? await requireSignedURLs(user, file)
        : requireSignedURLs,
    ...(id !== undefined && { id }),
    signal,
  }
}

/** Cloudflare refuses an id that is taken; a simulator may not. */
async function refuseTaken(
  id: string,
  { images }: Pick<HandlerCall<ImagesUser>['options'], 'images'>,
): Promise<void> {
  if (!isCustomId(id)) throw unusable(id)
  const found = await images.get(id).catch((error: unknown) => {
    if (!isImagesError(error) || error.code !== 'not-found') throw error
  })
  if (found) throw new ImagesError('conflict', 'There already is an image with this id.')
}

/** Whether an id may be chosen: no UUID, no slash at an end, and no segment that a URL would resolve away. */
function isCustomId(id: string): boolean {
  const winding = /^\/|\/$|(^|\/)\.{0,2}(\/|$)|^-\//
  return isImageId(id) && !isGeneratedId(id) && !winding.test(id)
}

function unusable(id: string): ImagesError {
  return new ImagesError(
    'server-error',
    `idFor returned ${JSON.stringify(id)}, which cannot be an image's id. Nothing was minted. Return 1 to 1,024 characters, no UUID, with no slash at an end and no empty, "." or ".." segment.`,
    { retryable: false },
  )
}
