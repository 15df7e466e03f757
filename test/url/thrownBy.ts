import { isImagesError } from 'react-cloudflare-images'
import type { ImagesError } from 'react-cloudflare-images'

/** What `call` returns, or the ImagesError that it throws; anything else it throws is an error of the test. */
export function attempt<T>(call: () => T): T | ImagesError {
  try {
    return call()
  } catch (error) {
    if (isImagesError(error)) return error
    throw error
  }
}

/** The ImagesError that `call` throws; anything else that it does is an error of the test. */
export function thrownBy(call: () => unknown): ImagesError {
  const result = attempt(call)
  if (isImagesError(result)) return result
  throw new Error(`Nothing was thrown, but ${JSON.stringify(result)} returned.`)
}
