import { ImagesError } from '../api/ImagesError.ts'

/** A refusal of what a browser sent; the message says which part. */
export function invalidRequest(message: string): ImagesError {
  return new ImagesError('invalid-request', message)
}
