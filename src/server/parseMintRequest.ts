import type { MintRequest } from '../api/CloudflareImage.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
import { parseImageFacts } from '../api/readImageFacts.ts'
import { usualTypes } from '../api/usualTypes.ts'

/** AVIF needs the plan Enterprise: Cloudflare decides. */
const takenTypes: readonly string[] = [...usualTypes, 'image/avif']

/**
 * What a browser says of the file it wants to upload. Anything it says beyond that, such as an id or a creator, is
 * not listened to.
 *
 * @throws ImagesError for what Cloudflare would refuse anyway, before an upload URL is spent on it
 */
export function parseMintRequest(
  sent: Record<string, unknown>,
  accept: readonly string[] = takenTypes,
): MintRequest {
  const { filename, type, size, metadata } = sent
  const facts = parseImageFacts(sent['facts'])
  const isNamed =
    typeof filename === 'string' &&
    filename !== '' &&
    filename.length <= limits.filenameLength
  refuseIf(!isNamed, 'invalid-request', 'filename')
  refuseIf(typeof type !== 'string', 'invalid-request', 'type')
  refuseIf(!Number.isSafeInteger(size) || Number(size) < 0, 'invalid-request', 'size')
  refuseIf(sent['facts'] !== undefined && !facts, 'invalid-request', 'facts')
  refuseIf(!accept.includes(String(type)), 'unsupported-type', 'type')
  refuseIf(size === 0, 'file-empty', 'size')
  refuseIf(Number(size) > limits.fileSize, 'file-too-large', 'size')
  return { filename, type, size, facts, metadata } as MintRequest // each was checked; metadata is by checkMetadata
}

function refuseIf(isWrong: boolean, code: ImagesErrorCode, field: string): void {
  if (isWrong) throw new ImagesError(code, `No such file is taken here: see ${field}.`)
}
