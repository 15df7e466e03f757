import { ImagesError } from '../api/ImagesError.ts'

/** Whole Unix seconds of a Date or of a number that is seconds already. @throws ImagesError `invalid-options`. */
export function unixSeconds(time: Date | number): number {
  const seconds = Math.floor(typeof time === 'number' ? time : time.getTime() / 1000)
  if (Number.isSafeInteger(seconds) && seconds >= 0) return seconds
  throw new ImagesError(
    'invalid-options',
    'That is no time: give a Date or Unix seconds.',
  )
}
