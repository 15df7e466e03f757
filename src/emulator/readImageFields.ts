import { limits } from '../api/limits.ts'
import { checkCustomId } from './checkCustomId.ts'
import { isObject } from './readJson.ts'
import { Refusal } from './Refusal.ts'

/** What an image is uploaded or reserved with, checked. */
export interface ImageFields {
  /** The custom id, where one was asked for. */
  id?: string | undefined
  requireSignedURLs: boolean
  meta: Record<string, unknown>
  creator: string | null
}

/**
 * Reads the fields that upload and direct upload share, from a form or from JSON.
 *
 * The names are Cloudflare's [spec]; the texts, where no number fits but 5400, are ours [inf].
 *
 * @throws Refusal
 */
export function readImageFields(
  given: Readonly<Record<string, unknown>>,
  maxMetadata: number,
): ImageFields {
  const id = readText(given, 'id')
  if (id !== undefined) checkCustomId(id)
  const requireSignedURLs = readFlag(given, 'requireSignedURLs') ?? false
  if (id !== undefined && requireSignedURLs) throw customIdIsPublic()
  return {
    ...(id !== undefined && { id }),
    requireSignedURLs,
    meta: readMetadata(given['metadata'], maxMetadata) ?? {},
    creator: readCreator(given) ?? null,
  }
}

/** The text fields of a form; files are left out. */
export function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

/** The fields of an edit: absent ones stay. @throws Refusal */
export function readImagePatch(
  given: Readonly<Record<string, unknown>>,
  maxMetadata: number,
): Partial<Pick<ImageFields, 'requireSignedURLs' | 'meta' | 'creator'>> {
  const requireSignedURLs = readFlag(given, 'requireSignedURLs')
  const meta = readMetadata(given['metadata'], maxMetadata)
  const creator = readCreator(given)
  return {
    ...(requireSignedURLs !== undefined && { requireSignedURLs }),
    ...(meta !== undefined && { meta }),
    ...(creator !== undefined && { creator }),
  }
}

/** Cloudflare's sentence [obs]; its number was not recorded. */
export function customIdIsPublic(): Refusal {
  return new Refusal(5400, {
    message:
      'The image contains a custom ID and cannot be set to private. To make the image private, delete and upload the image again using a regular ID.',
  })
}

const readText = (given: Readonly<Record<string, unknown>>, name: string) => {
  const value = given[name]
  if (value === undefined || typeof value === 'string') return value
  throw new Refusal(5400, { reason: `${name} must be a string` })
}

const readFlag = (given: Readonly<Record<string, unknown>>, name: string) => {
  const value = given[name]
  if (value === undefined || typeof value === 'boolean') return value
  if (value === 'true') return true
  if (value === 'false') return false
  throw new Refusal(5400, { reason: `${name} must be true or false` })
}

const readCreator = (given: Readonly<Record<string, unknown>>) => {
  const creator = given['creator'] === null ? null : readText(given, 'creator')
  if (creator && Array.from(creator).length > limits.creatorLength) {
    throw new Refusal(5400, {
      reason: `creator must not exceed ${limits.creatorLength} characters`,
    })
  }
  return creator
}

/** A JSON object, in a form as text. [doc] at most 1,024 bytes. */
const readMetadata = (value: unknown, maxBytes: number) => {
  if (value === undefined) return undefined
  const metadata = typeof value === 'string' ? parse(value) : value
  if (!isObject(metadata))
    throw new Refusal(5400, { reason: 'metadata must be a JSON object' })
  if (new TextEncoder().encode(JSON.stringify(metadata)).length > maxBytes) {
    throw new Refusal(5400, { reason: `metadata must not exceed ${maxBytes} bytes` })
  }
  return metadata
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
