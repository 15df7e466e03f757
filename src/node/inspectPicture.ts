import type { Metadata } from 'sharp'
import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import { sniffType } from '../api/sniffType.ts'
import { damagedPicture } from '../emulator/damagedPicture.ts'
import { readHeader } from '../emulator/readHeader.ts'
import type { StoredFile } from '../emulator/Store.ts'
import { decodeHeic } from './decodeHeic.ts'
import type { SharpModule } from './loadSharp.ts'

/**
 * Reads type and size of a picture, and decodes it once, so that a damaged one is refused when it comes and not when
 * it is first delivered. A picture beyond the limits is not decoded: its size alone refuses it.
 *
 * @throws `unsupported-type` where the bytes are not a picture that Cloudflare takes, or a HEIC and there is no decoder
 *   for it; `invalid-file` where it is damaged.
 */
export async function inspectPicture(
  sharp: SharpModule,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<StoredFile> {
  if (/^image\/hei[cf]$/.test(sniffType(bytes) ?? '')) return inspectHeic(bytes)
  const { format, width, height, pages = 1 } = await readMetadata(sharp, bytes)
  const type = types[format ?? '']
  if (type === undefined) {
    throw new ImagesError(
      'unsupported-type',
      'The bytes are no picture that Cloudflare Images takes. Send JPEG, PNG, GIF, WebP, SVG or HEIC.',
      { cloudflareCode: 5455 },
    )
  }
  const tooLarge = width * height * pages > limits.pixels
  if (!tooLarge) await decode(sharp, bytes)
  return { type, size: bytes.length, width, height, frames: pages }
}

/** What sharp calls the formats, and their MIME types. */
const types: Record<string, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  heif: 'image/avif', // which is all that sharp's ready-made build decodes of it
}

const inspectHeic = async (bytes: Uint8Array): Promise<StoredFile> => {
  const header = readHeader(bytes)
  if (!header) throw damagedPicture()
  await decodeHeic(bytes)
  return header
}

const readMetadata = async (
  sharp: SharpModule,
  bytes: Uint8Array,
): Promise<Pick<Metadata, 'width' | 'height'> & Partial<Metadata>> => {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (cause) {
    if (/unsupported image format/.test(String(cause))) return { width: 0, height: 0 }
    throw damagedPicture(cause)
  }
}

/** Reads every pixel of every frame, and keeps none. */
const decode = async (sharp: SharpModule, bytes: Uint8Array): Promise<void> => {
  try {
    await sharp(bytes, { animated: true, failOn: 'warning' })
      .resize(8, 8, { fit: 'fill', fastShrinkOnLoad: false })
      .raw()
      .toBuffer()
  } catch (cause) {
    throw damagedPicture(cause)
  }
}
