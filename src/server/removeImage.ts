import type { ActingUser } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'

/** Deletes an image that was found to be the user's, and tells the app. */
export async function removeImage<TUser extends ImagesUser>(
  { user, options: { images, on }, signal }: ActingUser<TUser>,
  id: string,
): Promise<void> {
  await images.delete(id, { signal })
  await on?.deleted?.({ user, id })
}
