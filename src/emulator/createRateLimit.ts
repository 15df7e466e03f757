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

/** Calls that are counted. */
export interface RateLimit {
  /** Counts a call of somebody. @throws Refusal 971 with 429 and `retry-after` */
  readonly count: (who: string) => void
  /** Forgets who called. */
  readonly clear: () => void
}

/**
 * Counts calls. Whoever makes too many is blocked for a whole period.
 *
 * @see https://developers.cloudflare.com/fundamentals/api/reference/limits/
 */
export function createRateLimit({ calls, period, now }: RateLimitOptions): RateLimit {
  const counts = new Map<string, { made: number; until: number }>()
  const count = (who: string) => {
    if (calls === Number.POSITIVE_INFINITY) return
    const time = now()
    const counted = counts.get(who)
    if (!counted || counted.until <= time) {
      counts.set(who, { made: 1, until: time + period })
      return
    }
    if (counted.made === calls) counted.until = time + period // [doc] "for the next five minutes"
    counted.made += 1
    if (counted.made > calls)
      throw new Refusal(971, { retryAfter: Math.ceil((counted.until - time) / 1000) })
  }
  return { count, clear: () => counts.clear() }
}
