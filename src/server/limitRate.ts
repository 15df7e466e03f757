import { ImagesError } from '../api/ImagesError.ts'

/** Seconds until this caller may go on; 0 lets the call through. */
export type RateLimit<TUser> = (user: TUser, request: Request) => number | Promise<number>

/** @throws ImagesError `rate-limited`, with the seconds to wait */
export async function limitRate<TUser>(
  rateLimit: RateLimit<TUser> | undefined,
  user: TUser,
  request: Request,
): Promise<void> {
  const retryAfter = Math.ceil((await rateLimit?.(user, request)) ?? 0)
  if (retryAfter <= 0) return
  throw new ImagesError('rate-limited', `Try again in ${retryAfter} seconds.`, {
    retryAfter,
  })
}
