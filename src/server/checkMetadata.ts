import { ImagesError } from '../api/ImagesError.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
import type { ImageFacts } from '../api/ImageFacts.ts'
import type { MetadataParser } from './ImagesHandlerOptions.ts'
import { invalidRequest } from './invalidRequest.ts'
import { isFields } from './isFields.ts'
import { jsonBytes } from './jsonBytes.ts'

/** Metadata as it is stored: the app's fields and, under `rci`, our facts. */
export type StoredMetadata = Readonly<Record<string, unknown>>

/**
 * The metadata that a browser sent, as the app's schema or function returns it. Our facts are kept from both.
 *
 * @throws ImagesError `invalid-request` with what the schema says is wrong
 */
export async function checkMetadata<TUser>(
  sent: unknown,
  parser: MetadataParser<TUser> | undefined,
  user: TUser,
): Promise<Record<string, unknown>> {
  const input = withoutOurs(sent ?? {})
  if (!parser) return input
  if (!('~standard' in parser)) return withoutOurs(await parser(input, user))
  const result = await parser['~standard'].validate(input)
  if (result.issues) {
    const issues = result.issues.map(
      ({ path = [], message }) =>
        ['metadata', ...path.map(keyOf)].join('.') + `: ${message}`,
    )
    throw invalidRequest(issues.join('; '))
  }
  return withoutOurs(result.value)
}

/**
 * Metadata and facts as one value that Cloudflare can keep.
 *
 * @throws ImagesError `metadata-too-large`, before anything is minted
 */
export function joinMetadata(
  metadata: Readonly<Record<string, unknown>>,
  facts: Partial<ImageFacts> | undefined,
): StoredMetadata {
  const joined = facts ? { ...metadata, rci: facts } : metadata
  const size = jsonBytes(joined)
  if (size <= limits.metadata && jsonBytes(facts ?? {}) <= limits.facts) return joined
  throw new ImagesError(
    'metadata-too-large',
    `Metadata takes ${size} bytes of ${limits.metadata}, and facts at most ${limits.facts} of them.`,
  )
}

function withoutOurs(value: unknown): Record<string, unknown> {
  if (!isFields(value)) throw invalidRequest('metadata: must be an object.')
  const own = Object.entries(value).filter(
    ([key]) => key !== 'rci' && key !== '__proto__',
  )
  return Object.fromEntries(own)
}

const keyOf = (segment: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof segment === 'object' ? segment.key : segment)
