import { ImagesError } from '../api/ImagesError.ts'
import { anonymousUser } from './anonymousUser.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'
import { isUserId } from './isUserId.ts'
import { notSignedIn } from './notSignedIn.ts'
import { reportError } from './reportError.ts'

/**
 * Who asks, by the app's `authorize`.
 *
 * @throws ImagesError `unauthorized` for nobody, and for somebody without a usable id: an empty creator would mean
 *   "images of nobody", a missing one everybody's
 */
export async function identify<TUser extends ImagesUser>(
  request: Request,
  { authorize, on }: Pick<ImagesHandlerOptions<TUser>, 'authorize' | 'on'>,
): Promise<TUser> {
  const user = await authorize(request)
  if (user && (user === anonymousUser || isUsable(user.id))) return user
  if (user) {
    const cause = `authorize returned the id ${JSON.stringify(user.id)}. Return 1 to 1,016 characters, not "*", with no spaces around them and no controls.`
    await reportError(new ImagesError('unauthorized', cause), { request, on })
  }
  throw notSignedIn()
}

/** Nobody who signed in may be taken for those who did not. */
const isUsable = (id: unknown) => isUserId(id) && id !== anonymousUser.id
