import { ImagesError } from '../api/ImagesError.ts'
import { damagedPicture } from '../emulator/damagedPicture.ts'
import { importPeer } from './importPeer.ts'

/** The pixels of a HEIC, upright, as RGBA. */
export interface DecodedHeic {
  width: number
  height: number
  data: Uint8ClampedArray<ArrayBuffer>
}

/**
 * Decodes a HEIC. sharp's ready-made build has no decoder for it, so an optional peer does it.
 *
 * @throws `unsupported-type` with the command that installs the peer, `invalid-file` where the HEIC is damaged.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<DecodedHeic> {
  const decode = await loadDecoder()
  try {
    return await decode({ buffer: bytes })
  } catch (cause) {
    throw damagedPicture(cause)
  }
}

const loadDecoder = async () => {
  try {
    return (await importPeer('heic-decode', () => import('heic-decode'))).default
  } catch (cause) {
    throw new ImagesError(
      'unsupported-type',
      'HEIC cannot be decoded here: Cloudflare itself delivers it, and this machine needs a decoder for it. Run: npm install --save-dev heic-decode',
      { cause, cloudflareCode: 9412 },
    )
  }
}
