import type { ImageFacts } from '../api/ImageFacts.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { parseImageFacts } from '../api/readImageFacts.ts'

/**
 * The facts of an image after a change of its alternative text or focal point; undefined where none are left.
 *
 * Images that came in another way have no size noted; they keep the text all the same.
 */
export function patchFacts(
  stored: unknown,
  { alt, focalPoint }: Readonly<Record<string, unknown>>,
): Partial<ImageFacts> | undefined {
  const facts = knownFacts(stored)
  if (alt === null) delete facts.alt
  else if (typeof alt === 'string') facts.alt = alt
  else if (alt !== undefined) throw invalid('alt: must be a text, or null.')
  if (focalPoint === null) delete facts.f
  else if (focalPoint !== undefined) facts.f = pointOf(focalPoint)
  return Object.keys(facts).length > 0 ? facts : undefined
}

/** What is noted of the image, with or without its size. */
function knownFacts(stored: unknown): Partial<ImageFacts> {
  const whole = parseImageFacts(stored)
  if (whole) return whole
  const sized = { ...(typeof stored === 'object' ? stored : {}), w: 1, h: 1 }
  const { w: _width, h: _height, ...rest } = parseImageFacts(sized) ?? sized
  return rest
}

function pointOf(value: unknown): readonly [number, number] {
  const facts = parseImageFacts({ w: 1, h: 1, f: value })
  if (facts?.f) return facts.f
  throw invalid('focalPoint: must be two numbers from 0 to 1, or null.')
}

function invalid(message: string): ImagesError {
  return new ImagesError('invalid-request', message)
}
