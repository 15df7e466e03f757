import { isImagesError } from '../api/ImagesError.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { sniffType } from '../api/sniffType.ts'
import type { SniffedType } from '../api/sniffType.ts'
import type { CompleteLimits } from './EmulatorLimits.ts'
import { readHeader } from './readHeader.ts'
import { Refusal } from './Refusal.ts'
import type { StoredFile } from './Store.ts'
import type { Transformer } from './Transformer.ts'

/** By what an uploaded file is judged. */
export interface ExamineOptions {
  limits: CompleteLimits
  /** Decodes the picture, where there is one; else the header is believed. */
  transformer: Transformer | undefined
}

/**
 * What an uploaded file is, or why Cloudflare would not take it.
 *
 * @throws Refusal
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export async function examineFile(
  bytes: Uint8Array<ArrayBuffer>,
  { limits, transformer }: ExamineOptions,
): Promise<StoredFile> {
  if (bytes.length > limits.fileSize) throw new Refusal(5413) // [doc limits]
  const type = sniffType(bytes)
  // AVIF is for Enterprise accounts [doc limits]; the declared type of the part does not matter [obs].
  if (type === undefined || type === 'image/avif') throw new Refusal(5455) // [obs]
  const header = readHeader(bytes)
  if (header === undefined) throw damaged(type)
  refuseTooLarge(header, limits) // before decoding: a small file may claim a huge picture
  // A drawing has no pixels to decode.
  if (transformer === undefined || type === 'image/svg+xml') return header
  const file = await inspect(bytes, { type, transformer })
  if (file === undefined) return header
  refuseTooLarge(file, limits)
  return file
}

const refuseTooLarge = (file: StoredFile, limits: CompleteLimits) => {
  const { type, width, height, frames } = file
  if (type === 'image/svg+xml') return // has no pixels yet
  // 5443 is seen for animations [obs]; it is chosen for the other two as the nearest in meaning [inf].
  if (width * height * frames > limits.pixels) {
    const message =
      frames > 1
        ? `Animation is too large: ${frames} frames of ${width}x${height} exceed ${limits.pixels} pixels`
        : `Image is too large: ${width}x${height} exceeds ${limits.pixels} pixels`
    throw new Refusal(5443, { message })
  }
  if (type !== 'image/webp' && Math.max(width, height) > limits.dimension) {
    const message = `Image is too large: ${width}x${height} exceeds ${limits.dimension} pixels on a side`
    throw new Refusal(5443, { message })
  }
}

const inspect = async (
  bytes: Uint8Array<ArrayBuffer>,
  { type, transformer }: { type: SniffedType; transformer: Transformer },
) => {
  try {
    return await transformer.inspect(bytes)
  } catch (error) {
    // Few machines decode HEIC. Cloudflare does, so it is taken, and delivery says what is missing.
    const isHeic = type === 'image/heic' || type === 'image/heif'
    if (isHeic && isImagesError(error) && error.code === 'unsupported-type')
      return undefined
    if (isImagesError(error) && isAboutFile(error)) throw damaged(type)
    throw error
  }
}

/** Other errors are about the emulator, such as a program that has to be installed. */
const isAboutFile = ({ code }: ImagesError) =>
  code === 'invalid-file' || code === 'unsupported-type'

const names: Record<SniffedType, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'image/svg+xml': 'SVG',
  'image/heic': 'HEIC',
  'image/heif': 'HEIF',
  'image/avif': 'AVIF',
}

/** [obs] from the upload API, there about a WebP. */
const damaged = (type: SniffedType) =>
  new Refusal(9422, {
    message: `error during decoding: Error while decoding ${names[type]} image. The file may be incomplete or damaged`,
  })
