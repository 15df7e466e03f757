import type { ImageFacts } from './ImageFacts.ts'
import { limits } from './limits.ts'

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
  return parseImageFacts(image.meta?.['rci'])
}

/** Facts as they travel, checked; undefined where they are malformed. */
export function parseImageFacts(value: unknown): ImageFacts | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const given = value as Record<string, unknown> // bytes enter here; each field is checked below
  const facts: Record<string, unknown> = {}
  for (const name in checks) {
    if (checks[name as keyof ImageFacts](given[name])) facts[name] = given[name]
  }
  return facts['w'] && facts['h'] ? (facts as unknown as ImageFacts) : undefined // every field passed its check
}

/** Whether these facts fit beside the app's own metadata: at most 400 bytes as JSON. */
export function factsFit(facts: ImageFacts): boolean {
  return new TextEncoder().encode(JSON.stringify(facts)).length <= limits.facts
}

const isSide = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= 1e6

const isPart = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= 1

const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value)

const checks: {
  readonly [name in keyof Required<ImageFacts>]: (value: unknown) => boolean
} = {
  w: isSide,
  h: isSide,
  c: matches(/^#[\da-f]{6}$/i),
  t: matches(/^[\w+/-]{6,60}={0,2}$/),
  a: (value) => value === 1,
  n: isSide,
  alt: matches(/^/),
  f: (value) => Array.isArray(value) && value.length === 2 && value.every(isPart),
  sha: matches(/^[\da-f]{64}$/),
  st: matches(/^pending$/),
}
