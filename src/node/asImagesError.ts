import { ImagesError } from '../api/ImagesError.ts'
import { damagedPicture } from '../emulator/damagedPicture.ts'

/**
 * Gives sharp's refusals our codes. sharp checks options in its own words when they are set; what else it refuses is
 * in the pixels.
 */
export function asImagesError(cause: unknown): ImagesError {
  if (cause instanceof ImagesError) return cause
  const words = cause instanceof Error ? cause.message : String(cause)
  if (/^(Expected|Unable to parse colou?r)/.test(words)) {
    return new ImagesError(
      'invalid-options',
      `An option has a value that no picture can be made with (${words}). Look at its row in the table of options.`,
      { cause, cloudflareCode: 9401 },
    )
  }
  return damagedPicture(cause)
}
