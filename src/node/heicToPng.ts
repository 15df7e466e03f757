import { decodeHeic } from './decodeHeic.ts'
import type { SharpModule } from './loadSharp.ts'

/** Turns a HEIC into a PNG of the same pixels, upright, which sharp can read. @throws as `decodeHeic` */
export async function heicToPng(
  sharp: SharpModule,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, data } = await decodeHeic(bytes)
  const image = sharp(data, { raw: { width, height, channels: 4 } })
  const { isOpaque } = await image.stats()
  const png = await (isOpaque ? image.removeAlpha() : image)
    .png({ compressionLevel: 0 })
    .toBuffer()
  return new Uint8Array(png.buffer as ArrayBuffer, png.byteOffset, png.length) // Node's own buffer
}
