import type { ImageFacts } from '../api/ImageFacts.ts'
import { parseImageFacts } from '../api/readImageFacts.ts'
import { invalidRequest } from './invalidRequest.ts'
import { mergePatch } from './mergePatch.ts'

/**
 * The facts of an image after a change of its alternative text or focal point; undefined where none are left.
 *
 * Images that came in another way have no size noted; they keep the text all the same.
 */
export function patchFacts(
  stored: unknown,
  { alt, focalPoint: f }: Readonly<Record<string, unknown>>,
): Partial<ImageFacts> | undefined {
  const asked = parseImageFacts({ ...unsized, alt, f })
  if ((alt ?? asked?.alt) !== asked?.alt) throw invalidRequest('alt: must be a text.')
  if (f && !asked?.f) throw invalidRequest('focalPoint: must be [x, y], from 0 to 1.')
  const wanted = mergePatch(Object(stored), { alt, f })
  const { w: _, h: __, ...facts } = parseImageFacts({ ...wanted, ...unsized })!
  return parseImageFacts(wanted) ?? (Object.keys(facts).length > 0 ? facts : undefined)
}

/** Lets facts be read without the size that they need to have. */
const unsized = { w: 1, h: 1 }
