import type { ImagesUser } from './ImagesHandlerOptions.ts'
import type { RateLimit } from './limitRate.ts'

/** A Worker's rate limiting binding. */
export interface RateLimitBinding {
  limit: (options: { key: string }) => Promise<{ success: boolean }>
}

/** How callers are counted. */
export interface WorkersRateLimitOptions<TUser> {
  /** Seconds to wait that a stopped caller is told: the binding's own period. @default 60 */
  per?: number | undefined
  /** What callers are told apart by. @default the user's id */
  key?: ((user: TUser, request: Request) => string) | undefined
}

/**
 * Limits callers by a Worker's rate limiting binding.
 *
 * @see https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/
 */
export function workersRateLimit<TUser extends ImagesUser = ImagesUser>(
  binding: RateLimitBinding,
  { per = 60, key = ({ id }) => id }: WorkersRateLimitOptions<TUser> = {},
): RateLimit<TUser> {
  return async (user, request) => {
    const { success } = await binding.limit({ key: key(user, request) })
    return success ? 0 : per
  }
}
