import type { ImagesError } from '../api/ImagesError.ts'
import { longestDelay } from '../api/longestDelay.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** Whether an attempt that failed is repeated: only what may succeed, and only so often. */
export function mayRetry(
  error: ImagesError,
  { failures, retry = 3 }: { failures: number; retry?: UploadOptions['retry'] },
): boolean {
  // A used URL is no reason to end: the next attempt has a URL of its own.
  if (!error.retryable && error.code !== 'upload-url-used') return false
  if (typeof retry === 'function') return retry(failures, error)
  return typeof retry === 'boolean' ? retry : failures <= retry
}

/** Milliseconds until the next attempt; what the server asked for is the least. */
export function delayOf(
  error: ImagesError,
  {
    failures,
    retryDelay,
  }: { failures: number; retryDelay?: UploadOptions['retryDelay'] },
): number {
  const wished =
    typeof retryDelay === 'function'
      ? retryDelay(failures, error)
      : (retryDelay ?? backOff(failures))
  return Math.min(Math.max(wished, (error.retryAfter ?? 0) * 1_000), longestDelay)
}

/** Doubles, and takes up to half off at random, so that many files do not come back at the same moment. */
function backOff(failures: number): number {
  const most = Math.min(1_000 * 2 ** (failures - 1), 30_000)
  return most * (1 - Math.random() / 2)
}
