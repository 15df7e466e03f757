import type { Metadata } from 'sharp'
import type { StoredFile } from '../emulator/Store.ts'
import type {
  OutputFormat,
  TransformRequest,
  TransformResult,
} from '../emulator/Transformer.ts'
import { adjustTones, hasTones } from './adjustTones.ts'
import { asImagesError } from './asImagesError.ts'
import { drawFrames, mixesFrames } from './drawFrames.ts'
import type { Drawing } from './drawPicture.ts'
import { drawSoftly, isSoft } from './drawSoftly.ts'
import { encode } from './encode.ts'
import { heicToPng } from './heicToPng.ts'
import { keepMetadata } from './keepMetadata.ts'
import type { SharpModule } from './loadSharp.ts'
import { planDrawing } from './planDrawing.ts'
import { standUpright } from './standUpright.ts'
import { throughPixels } from './throughPixels.ts'
import type { EditPixels } from './throughPixels.ts'

/**
 * Makes one picture out of another with sharp: EXIF and colour profile, trim, flip, rotate, fit, effects, format.
 *
 * @throws `unsupported-type`, `invalid-file` or `invalid-options`, as `Transformer` says.
 */
export async function transformPicture(
  sharp: SharpModule,
  request: TransformRequest,
): Promise<TransformResult> {
  try {
    const readable = /^image\/hei[cf]$/.test(request.file.type)
      ? { ...request, bytes: await heicToPng(sharp, request.bytes) }
      : request
    const header = await headerOf(sharp, readable.bytes)
    const drawing = await planDrawing(sharp, readable, header)
    return await paint(sharp, readable, { header, drawing })
  } catch (cause) {
    throw asImagesError(cause)
  }
}

/** Read once for all sizes that are made of the same bytes, which no store changes in place. */
const headers = new WeakMap<Uint8Array, Metadata>()

const headerOf = async (sharp: SharpModule, bytes: Uint8Array): Promise<Metadata> => {
  const header = headers.get(bytes) ?? (await sharp(bytes).metadata())
  headers.set(bytes, header)
  return header
}

const paint = async (
  sharp: SharpModule,
  { bytes, file, options }: TransformRequest,
  { header, drawing }: { header: Metadata; drawing: Drawing },
): Promise<TransformResult> => {
  const { width, height } = drawing.fitted.canvas
  const { animated, trim, strategy, format } = drawing
  const input = { animated, autoOrient: trim !== undefined || strategy !== undefined }
  const drawn =
    animated && mixesFrames(drawing)
      ? await drawFrames(sharp, bytes, drawing)
      : await drawSoftly(sharp, sharp(bytes, input), drawing)
  const edit: EditPixels | undefined = hasTones(options)
    ? (pixels, channels) => adjustTones(pixels, channels, options)
    : undefined
  // libvips writes the original's orientation into an AVIF, even one without metadata.
  const forgets = edit !== undefined || format === 'avif'
  const edited = forgets ? await throughPixels(sharp, drawn, edit) : drawn
  const { delay, loop } = animated ? header : {}
  const { quality, metadata } = options
  const image = encode(edited, { format, quality, width, height, delay, loop })
  const written = drawing.opaque ? keepMetadata(image, header, metadata) : image
  const output = await written.toBuffer()
  if (drawing.opaque) standUpright(output)
  return {
    bytes: new Uint8Array(output.buffer, output.byteOffset, output.length),
    type: types[format],
    width,
    height,
    ...approximations(drawing, header, file),
  }
}

const types = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  'baseline-jpeg': 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
} as const satisfies Record<OutputFormat, string>

/** What sharp has no means for, where it would have mattered. */
const approximations = (drawing: Drawing, { exif }: Metadata, { type }: StoredFile) => {
  const { fitted, options, opaque } = drawing
  const { crop, scaled } = fitted
  const isCropped = crop.width < scaled.width || crop.height < scaled.height
  const losesExif = exif !== undefined && opaque && (hasTones(options) || isSoft(drawing))
  const approximate = [
    ...(options.gravity === 'face' && isCropped ? ['gravity'] : []),
    ...(options.segment ? ['segment'] : []),
    ...(options.upscale === 'generate' ? ['upscale'] : []),
    ...(options.metadata === 'keep' && (losesExif || type === 'image/heic')
      ? ['metadata']
      : []),
  ]
  return approximate.length > 0 ? { approximate } : {}
}
