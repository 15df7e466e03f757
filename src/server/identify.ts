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
  const error = new ImagesError('unauthorized', 'Sign in to use these images.')
  if (user) {
    const cause = `authorize returned the id ${JSON.stringify(user.id)}. Return a text of 1 to 1,024 characters, other than "*", with no spaces around it and no control characters.`
    await reportError(new ImagesError('unauthorized', cause), { request, on })
  }
  throw error
}

/** Whether an id comes back from Cloudflare as it went there, and means one user. */
function isUserId(id: unknown): boolean {
  return (
    typeof id === 'string' &&
    id.trim() === id &&
    /^(?!\*$)[^\p{Cc}\p{Cs}]{1,1024}$/u.test(id)
  )
}
