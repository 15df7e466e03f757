import { isDevelopment } from '#development'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'

/** The error as ours: what an app's own functions throw may be anything. */
export function asImagesError(error: unknown): ImagesError {
  return isImagesError(error)
    ? error
    : new ImagesError(
        'server-error',
        isDevelopment
          ? 'The upload failed in a way that was not foreseen. See `cause`.'
          : String(error),
        { cause: error, retryable: false },
      )
}
