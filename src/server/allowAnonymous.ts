import { anonymousUser } from './anonymousUser.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { limitRate } from './limitRate.ts'
import type { RateLimit } from './limitRate.ts'

/** What callers without a name are held to. */
export interface AllowAnonymousOptions {
  /** How much each may do. All have the same id: tell them apart by something else, such as their address. */
  rateLimit: RateLimit<ImagesUser>
}

/**
 * An `authorize` for callers who did not sign in. They may mint, and see of an id that they hold whether its bytes
 * have arrived; nothing else.
 *
 * @example
 * ```ts
 * import { allowAnonymous, memoryRateLimit } from 'react-cloudflare-images/server'
 *
 * const address = (request: Request) => request.headers.get('cf-connecting-ip') ?? 'unknown'
 * const rateLimit = memoryRateLimit({ limit: 30, per: 60, key: (_, request) => address(request) })
 * export const authorize = allowAnonymous({ rateLimit })
 * ```
 * @throws ImagesError `invalid-options` without a `rateLimit`
 */
export function allowAnonymous({
  rateLimit,
}: AllowAnonymousOptions): (request: Request) => Promise<ImagesUser> {
  if (typeof rateLimit !== 'function') {
    throw new ImagesError('invalid-options', 'allowAnonymous needs a rateLimit.')
  }
  return async (request) => {
    await limitRate(rateLimit, anonymousUser, request)
    return anonymousUser
  }
}
