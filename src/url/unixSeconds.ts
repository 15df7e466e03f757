import { ImagesError } from '../api/ImagesError.ts'

/** Whole Unix seconds of a Date, or of a number that is seconds already. @throws ImagesError `invalid-options`. */
export function unixSeconds(time: Date | number): number {
  const seconds = Math.floor(typeof time === 'number' ? time : time.getTime() / 1000)
  if (seconds >= 0 && seconds < 1e11) return seconds
  throw new ImagesError(
    'invalid-options',
    `${String(time)} is no time for a signature, which would never or always hold. Give a Date or Unix seconds; Date.now() is milliseconds.`,
  )
}
