import type { ImageFacts } from './ImageFacts.ts'
import { isFocalPoint } from './readFocalPoint.ts'
import { isSide, readImageSize } from './readImageSize.ts'

/**
 * The facts of an image, or undefined where it has none or they are malformed.
 *
 * The only reader: metadata can be written by anyone who holds the account, so nothing in it is taken on trust.
 *
 * @example
 * ```ts
 * import { readImageFacts } from 'react-cloudflare-images'
 *
 * const facts = readImageFacts({ meta: { rci: { w: 4032, h: 3024 } } })
 * ```
 */
export function readImageFacts(image: {
  meta?: Readonly<Record<string, unknown>> | null | undefined
}): ImageFacts | undefined {
  const facts: ImageFacts | undefined = readImageSize(image)
  if (!facts) return undefined
  const { c, t, a, n, f, sha, st } = image.meta!['rci'] as Record<string, unknown> // an object, for it has sides
  if (isMatch(c, /^#[\da-f]{6}$/i)) facts.c = c
  if (isMatch(t, /^[\w+/-]{6,60}={0,2}$/)) facts.t = t
  if (a === 1) facts.a = 1
  if (isSide(n)) facts.n = n
  if (isFocalPoint(f)) facts.f = [f[0], f[1]]
  if (isMatch(sha, /^[\da-f]{64}$/)) facts.sha = sha
  if (st === 'pending') facts.st = st
  return facts
}

/** Facts as they travel, checked; undefined where they are malformed. */
export function parseImageFacts(value: unknown): ImageFacts | undefined {
  return readImageFacts({ meta: { rci: value } })
}

const isMatch = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value)
