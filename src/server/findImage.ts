import type { HostedImage } from '../api/HostedImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { ActingUser } from './HandlerCall.ts'
import { ifMissing } from './ifMissing.ts'
import type { ImagesAction, ImagesUser } from './ImagesHandlerOptions.ts'
import { isImageId } from './isImageId.ts'

/**
 * An image that this user may treat so: their own, or one that `can` allows.
 *
 * @throws ImagesError `not-found`, in the same words whether it is missing or somebody else's
 */
export async function findImage<TUser extends ImagesUser>(
  { user, options, signal }: ActingUser<TUser>,
  id: string,
  action: ImagesAction,
): Promise<HostedImage> {
  const { images, can } = options
  const image = isImageId(id)
    ? await images.get(id, { signal }).catch(ifMissing)
    : undefined
  if (image && (image.creator === user.id || (await can?.(user, action, image))))
    return image
  throw new ImagesError('not-found', 'There is no such image among yours.')
}
