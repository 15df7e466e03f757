import type { ImagesUser } from './ImagesHandlerOptions.ts'
import type { RateLimit } from './limitRate.ts'

/** How much each caller may do. */
export interface MemoryRateLimitOptions<TUser> {
  /** Calls at once, and in each stretch of `per` seconds. */
  limit: number
  /** Seconds in which all of them come back. @default 60 */
  per?: number | undefined
  /** What callers are told apart by. @default the user's id */
  key?: ((user: TUser, request: Request) => string) | undefined
}

/** Callers that are remembered before those who have all of their calls back are forgotten. */
const crowd = 10_000

/**
 * Limits callers within this process. Several processes, or a Worker's isolates, each count for themselves: there use
 * one that they share, such as `workersRateLimit`.
 *
 * @example
 * ```ts
 * import { memoryRateLimit } from 'react-cloudflare-images/server'
 *
 * const mints = memoryRateLimit({ limit: 100, per: 3600 })
 * export const rateLimit: typeof mints = (user, request) =>
 *   request.method === 'POST' ? mints(user, request) : 0
 * ```
 */
export function memoryRateLimit<TUser extends ImagesUser = ImagesUser>({
  limit,
  per = 60,
  key = ({ id }) => id,
}: MemoryRateLimitOptions<TUser>): RateLimit<TUser> {
  /** When each caller has all of their calls back, in Unix seconds. */
  const fullAt = new Map<string, number>()
  const one = per / limit

  return (user, request) => {
    const now = Date.now() / 1000
    const caller = key(user, request)
    const full = Math.max(now, fullAt.get(caller) ?? 0) + one
    const wait = full - now - per
    if (wait > 1e-6) return wait
    if (fullAt.size >= crowd) forget(fullAt, now)
    fullAt.set(caller, full)
    return 0
  }
}

function forget(fullAt: Map<string, number>, now: number): void {
  for (const [caller, full] of fullAt) {
    if (full <= now) fullAt.delete(caller)
  }
}
