import { isImagesError } from '../api/ImagesError.ts'

/** For `catch`: an image that is missing is undefined, any other failure goes on. */
export function ifMissing(error: unknown): undefined {
  if (!isImagesError(error) || error.code !== 'not-found') throw error
}
