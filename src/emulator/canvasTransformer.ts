import { ImagesError } from '../api/ImagesError.ts'
import type { Bytes } from '../api/Bytes.ts'
import { damagedPicture } from './damagedPicture.ts'
import { drawOnCanvas } from './drawOnCanvas.ts'
import { readHeader } from './readHeader.ts'
import type { OutputFormat, Transformer, TransformResult } from './Transformer.ts'

/**
 * Gives the emulator pixels where there is no Node, in a service worker: by the browser's own decoders and
 * `OffscreenCanvas`.
 *
 * It resizes, fits, crops by sides and points, trims, turns, and writes PNG, JPEG and WebP. Any other format comes out
 * as WebP, animations as they are, and what it has no means for is left out; a `cf-emulator` header says so.
 *
 * @example
 * ```ts
 * import { canvasTransformer, createEmulator } from 'react-cloudflare-images/emulator'
 *
 * const emulator = createEmulator({ transformer: canvasTransformer() })
 * ```
 */
export function canvasTransformer(): Transformer {
  return {
    inspect: async (bytes) => {
      const header = readHeader(bytes)
      if (!header) throw damagedPicture()
      const bitmap = await decode(bytes, header.type)
      bitmap.close()
      return header
    },
    transform: async ({ bytes, file, options, format }) => {
      if (file.frames > 1 && options.anim !== false) {
        const { type, width, height } = file
        return { bytes, type, width, height, approximate: ['anim'] }
      }
      const bitmap = await decode(bytes, file.type)
      try {
        const { canvas, approximate } = drawOnCanvas(bitmap, {
          options,
          isOpaque: format === 'jpeg' || format === 'baseline-jpeg',
        })
        return await write(canvas, { format, approximate, quality: options.quality })
      } finally {
        bitmap.close()
      }
    },
  }
}

interface WriteOptions {
  format: OutputFormat
  approximate: readonly string[]
  quality: number | undefined
}

const write = async (
  canvas: OffscreenCanvas,
  { format, approximate, quality = 85 }: WriteOptions,
): Promise<TransformResult> => {
  const wanted = types[format] ?? 'image/webp'
  const blob = await canvas.convertToBlob({ type: wanted, quality: quality / 100 })
  // A type that a browser cannot write silently becomes PNG.
  const isOther = !types[format] || blob.type !== wanted
  const said = isOther ? [...approximate, 'format'] : approximate
  return {
    bytes: new Uint8Array(await blob.arrayBuffer()),
    type: blob.type,
    width: canvas.width,
    height: canvas.height,
    ...(said.length > 0 && { approximate: said }),
  }
}

const types: Partial<Record<OutputFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  'baseline-jpeg': 'image/jpeg',
  webp: 'image/webp',
}

/** Upright and in sRGB, as the browser shows it. */
const decode = async (bytes: Bytes, type: string): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(new Blob([bytes], { type }))
  } catch (cause) {
    if (type === 'image/heic') throw undecodable(cause)
    throw damagedPicture(cause)
  }
}

const undecodable = (cause: unknown) =>
  new ImagesError(
    'unsupported-type',
    'This browser cannot decode HEIC. Cloudflare itself delivers it; to see it here, upload the photograph as JPEG.',
    { cause, cloudflareCode: 9412 },
  )
