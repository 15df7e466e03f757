import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'

/** How long something may take, and what ends it before. */
export interface DeadlineOptions {
  /** Milliseconds without a sign of life. */
  timeout: number
  /** Ends it at once. */
  signal: AbortSignal
}

/**
 * What `start` resolves with, unless it is aborted or shows no sign of life for too long. The promise settles even
 * where `start` ignores its signal.
 *
 * @throws ImagesError `aborted` or `timeout`, or whatever `start` throws
 */
export function withDeadline<TResult>(
  start: (signal: AbortSignal, alive: () => void) => Promise<TResult>,
  { timeout, signal }: DeadlineOptions,
): Promise<TResult> {
  return new Promise((resolve, reject) => {
    const inner = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined

    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
    }
    const giveUp = (error: ImagesError) => {
      end()
      reject(error)
      inner.abort()
    }
    const onAbort = () => giveUp(new ImagesError('aborted', 'The upload was cancelled.'))
    const onTime = () =>
      giveUp(
        new ImagesError(
          'timeout',
          isDevelopment
            ? `Nothing happened for ${timeout / 1000} seconds, so the attempt was given up. Check the connection.`
            : `${timeout} ms`,
        ),
      )
    const alive = () => {
      clearTimeout(timer)
      if (!inner.signal.aborted && Number.isFinite(timeout))
        timer = setTimeout(onTime, timeout)
    }

    if (signal.aborted) return onAbort()
    signal.addEventListener('abort', onAbort)
    alive()
    const work = async () => start(inner.signal, alive)
    work().then(
      (result) => {
        end()
        resolve(result)
      },
      (error: unknown) => {
        end()
        reject(error)
      },
    )
  })
}
