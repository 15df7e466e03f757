import type { ImageFacts } from '../api/ImageFacts.ts'
import { parseImageFacts } from '../api/readImageFacts.ts'
import { invalidRequest } from './invalidRequest.ts'

/**
 * The facts of an image after a change of its alternative text or focal point; undefined where none are left.
 *
 * Images that came in another way have no size noted; they keep the text all the same.
 */
export function patchFacts(
  stored: unknown,
  { alt, focalPoint }: Readonly<Record<string, unknown>>,
): Partial<ImageFacts> | undefined {
  const wanted: Record<string, unknown> = { ...(stored as object) } // spreading anything else gives nothing of use
  if (alt !== undefined) wanted['alt'] = alt
  if (focalPoint !== undefined) wanted['f'] = focalPoint
  const known = parseImageFacts({ ...wanted, w: 1, h: 1 }) ?? { w: 1, h: 1 }
  if ((alt ?? known.alt) !== known.alt) throw invalidRequest('alt: must be a text.')
  if (Boolean(focalPoint ?? known.f) !== Boolean(known.f)) {
    throw invalidRequest('focalPoint: must be [x, y], from 0 to 1.')
  }
  const { w: _, h: __, ...facts } = known
  const isEmpty = Object.values(facts).every((fact) => fact === undefined)
  return parseImageFacts(wanted) ?? (isEmpty ? undefined : facts)
}
