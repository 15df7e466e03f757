import { limits } from '../api/limits.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'
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
  if (user && isUserId(user.id)) return user
  if (user) await reportError(unusableId(user.id), { request, on })
  throw new ImagesError('unauthorized', 'Sign in to use the images of this app.')
}

/** Whether an id comes back from Cloudflare as it went there, and means one user. */
function isUserId(id: unknown): boolean {
  return (
    typeof id === 'string' &&
    id.length <= limits.creatorLength &&
    id !== '*' &&
    id.trim() === id &&
    /^[^\p{Cc}\p{Cs}]+$/u.test(id)
  )
}

function unusableId(id: unknown): ImagesError {
  return new ImagesError(
    'unauthorized',
    `authorize returned a user with the id ${JSON.stringify(id)}. It cannot say whose images are whose, so the call was refused. Return an id that is a text of 1 to ${limits.creatorLength} characters, with no spaces around and no control characters, and not "*".`,
  )
}
