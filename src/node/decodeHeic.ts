import type heicDecode from 'heic-decode'
import { ImagesError } from '../api/ImagesError.ts'
import type { SharpModule } from './loadSharp.ts'

/**
 * Turns a HEIC into a PNG of the same pixels, upright. sharp's ready-made build has no decoder for HEIC, so an optional
 * peer does it.
 *
 * @throws `unsupported-type` with the command that installs the peer, `invalid-file` where the HEIC is damaged.
 */
export async function decodeHeic(
  sharp: SharpModule,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const decode = await loadDecoder()
  const { width, height, data } = await decoded(decode, bytes)
  const image = sharp(data, { raw: { width, height, channels: 4 } })
  const { isOpaque } = await image.stats()
  const png = await (isOpaque ? image.removeAlpha() : image)
    .png({ compressionLevel: 0 })
    .toBuffer()
  return new Uint8Array(png.buffer as ArrayBuffer, png.byteOffset, png.length) // Node's own buffer
}

type Decode = typeof heicDecode

const loadDecoder = async (): Promise<Decode> => {
  try {
    return (await import('heic-decode')).default
  } catch (cause) {
    throw new ImagesError(
      'unsupported-type',
      'HEIC cannot be decoded here: Cloudflare itself delivers it, and this machine needs a decoder for it. Run: npm install --save-dev heic-decode',
      { cause, cloudflareCode: 9412 },
    )
  }
}

const decoded = async (decode: Decode, buffer: Uint8Array) => {
  try {
    return await decode({ buffer })
  } catch (cause) {
    throw new ImagesError(
      'invalid-file',
      'The HEIC cannot be decoded: the file may be incomplete or damaged. Export it again and upload the new file.',
      { cause, cloudflareCode: 9422 },
    )
  }
}
