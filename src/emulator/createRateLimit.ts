import { Refusal } from './Refusal.ts'

/** How many calls are allowed in how long. */
export interface RateLimitOptions {
  /** Calls in one period; infinity counts none. */
  calls: number
  /** Milliseconds. */
  period: number
  /** Unix milliseconds. */
  now: () => number
}

/** Counts a call of somebody. @throws Refusal 971 with 429 and `retry-after` */
export type RateLimit = (who: string) => void

/**
 * Counts calls. Whoever makes too many is blocked for a whole period.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/reference/limits/
 */
export function createRateLimit({ calls, period, now }: RateLimitOptions): RateLimit {
  const counts = new Map<string, { made: number; until: number }>()
  return (who) => {
    if (calls === Number.POSITIVE_INFINITY) return
    const time = now()
    const count = counts.get(who)
    if (!count || count.until <= time) {
      counts.set(who, { made: 1, until: time + period })
      return
    }
    if (count.made === calls) count.until = time + period // [doc] "for the next five minutes"
    count.made += 1
    if (count.made > calls)
      throw new Refusal(971, { retryAfter: Math.ceil((count.until - time) / 1000) })
  }
}
