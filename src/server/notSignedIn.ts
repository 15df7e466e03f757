import { ImagesError } from '../api/ImagesError.ts'

/** A refusal of callers who are nobody, or nobody who can be told from others. */
export function notSignedIn(): ImagesError {
  return new ImagesError('unauthorized', 'Sign in to do this.')
}
