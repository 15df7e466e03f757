import { acceptedTypes } from '../api/acceptedTypes.ts'
import type { MintRequest } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import { parseImageFacts } from '../api/readImageFacts.ts'

/**
 * What a browser says of the file it wants to upload. Anything it says beyond that, such as an id or a creator, is
 * not listened to.
 *
 * @throws ImagesError for what Cloudflare would refuse anyway, before an upload URL is spent on it
 */
export function parseMintRequest(sent: Record<string, unknown>): MintRequest {
  const { filename, type, size, facts, metadata } = sent
  if (!isText(filename) || filename.length > limits.filenameLength) {
    throw invalid(`filename: must be a text of 1 to ${limits.filenameLength} characters.`)
  }
  if (!isText(type)) throw invalid('type: must be a MIME type.')
  if (!Number.isSafeInteger(size) || Number(size) < 0) {
    throw invalid('size: must be a whole number of bytes.')
  }
  refuseUnfit(type, Number(size))
  const parsed = facts === undefined ? undefined : parseImageFacts(facts)
  if (facts !== undefined && !parsed) throw invalid('facts: must hold at least w and h.')
  return {
    filename,
    type,
    size: Number(size),
    ...(parsed && { facts: parsed }),
    ...(metadata !== undefined && { metadata: metadata as Record<string, unknown> }), // checked by checkMetadata
  }
}

/** AVIF passes: accounts of the plan Enterprise may upload it, and Cloudflare decides. */
function refuseUnfit(type: string, size: number): void {
  if (!Object.hasOwn(acceptedTypes, type) && type !== 'image/avif') {
    throw new ImagesError(
      'unsupported-type',
      `Cloudflare Images does not take ${JSON.stringify(type)}.`,
    )
  }
  if (size === 0) throw new ImagesError('file-empty', 'The file is empty.')
  if (size > limits.fileSize) {
    throw new ImagesError(
      'file-too-large',
      `The file has ${size} bytes; Cloudflare Images takes ${limits.fileSize}.`,
    )
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== ''

function invalid(message: string): ImagesError {
  return new ImagesError('invalid-request', message)
}
