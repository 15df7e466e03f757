import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { GivenSource } from './GivenSource.ts'

/**
 * Insists, in development, on exactly one of the three ways to name a picture. In production one of them wins, and
 * none is refused where the id is read.
 *
 * @throws ImagesError `invalid-options`
 */
export function checkSource(given: GivenSource): void {
  if (!isDevelopment) return
  const { id, image, src } = given
  if ([id, image, src].filter(Boolean).length === 1) return
  throw new ImagesError(
    'invalid-options',
    'It is not clear which picture to show. Give exactly one of id, image and src, and render nothing while there is none.',
  )
}
