import type { HostedImage } from '../api/HostedImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { ActingUser } from './HandlerCall.ts'
import { ifMissing } from './ifMissing.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { inParallel } from './inParallel.ts'
import { isImageId } from './isImageId.ts'
import { deletedCreator } from './removeImage.ts'

/**
 * Gives deleted images back to the user whose they were.
 *
 * @throws ImagesError `not-found` where one is gone for good or was never theirs; the others are restored
 */
export async function restoreImages<TUser extends ImagesUser>(
  { user, options: { images }, signal }: ActingUser<TUser>,
  ids: readonly string[],
): Promise<void> {
  let missing = 0
  await inParallel([...new Set(ids)], async (id) => {
    const image = isImageId(id)
      ? await images.get(id, { signal }).catch(ifMissing)
      : undefined
    if (image?.creator !== deletedCreator(user.id)) return void missing++
    await images.update(id, { creator: user.id, metadata: unmarked(image) }, { signal })
  })
  if (missing === 0) return
  throw new ImagesError('not-found', 'Not all of these images can be restored.')
}

function unmarked({ meta = {} }: HostedImage): Record<string, unknown> {
  const { rci, ...own } = meta
  const { d: _, ...facts } = { ...(rci as { d?: number }) } // only the mark is taken off, whatever else there is
  return Object.keys(facts).length > 0 ? { ...own, rci: facts } : own
}
