import type { Metadata, Sharp } from 'sharp'
import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import type {
  OutputFormat,
  TransformPlan,
  TransformRequest,
  TransformResult,
} from '../emulator/Transformer.ts'
import { adjustTones, hasTones } from './adjustTones.ts'
import { drawFrames, mixesFrames } from './drawFrames.ts'
import { drawPicture } from './drawPicture.ts'
import type { Drawing } from './drawPicture.ts'
import { encode } from './encode.ts'
import type { Size } from './fitBox.ts'
import { keepMetadata } from './keepMetadata.ts'
import type { SharpModule } from './loadSharp.ts'
import { planDrawing } from './planDrawing.ts'

/**
 * Makes one picture out of another with sharp: EXIF and colour profile, trim, flip, rotate, fit, effects, format.
 *
 * @throws `unsupported-type`, `invalid-file` or `invalid-options`, as `Transformer` says.
 */
export async function transformPicture(
  sharp: SharpModule,
  request: TransformRequest,
): Promise<TransformResult> {
  const { bytes, file, options, format: wanted } = request
  if (/^image\/hei[cf]$/.test(file.type)) throw undecodable()
  const header = await decoding(() => sharp(bytes).metadata())
  const drawing = await decoding(() => planDrawing(sharp, request, header))
  const { width, height } = drawing.fitted.canvas
  const format = affordable(wanted, { width, height })
  const animated =
    file.frames > 1 && options.anim !== false && (wanted === 'webp' || wanted === 'gif')
  return decoding(async () => {
    const drawn =
      animated && mixesFrames(drawing)
        ? await drawFrames(sharp, bytes, drawing)
        : drawPicture(
            sharp(bytes, { animated, autoOrient: drawing.trim !== undefined }),
            drawing,
          )
    const toned = hasTones(options) ? await tone(sharp, drawn, options) : drawn
    const { delay, loop } = animated ? header : {}
    const image = encode(toned, {
      format,
      quality: options.quality,
      width,
      height,
      delay,
      loop,
    })
    const output = await (
      drawing.opaque ? keepMetadata(image, header, options.metadata) : image
    ).toBuffer()
    return {
      bytes: new Uint8Array(output),
      type: types[format],
      width,
      height,
      ...approximations(drawing, header),
    }
  })
}

const types = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  'baseline-jpeg': 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
} as const satisfies Record<OutputFormat, string>

/** Cloudflare makes no large AVIF, because somebody waits for it. */
const affordable = (format: OutputFormat, { width, height }: Size): OutputFormat =>
  format === 'avif' && Math.max(width, height) > limits.avifDimension ? 'webp' : format

const tone = async (
  sharp: SharpModule,
  image: Sharp,
  options: TransformPlan,
): Promise<Sharp> => {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels, pageHeight } = info
  adjustTones(data, channels, options)
  return sharp(data, {
    raw: { width, height, channels, ...(pageHeight && { pageHeight }) },
  })
}

const approximations = ({ fitted, options, opaque }: Drawing, { exif }: Metadata) => {
  const { crop, scaled } = fitted
  const cropped = crop.width < scaled.width || crop.height < scaled.height
  const list = [
    ...(options.gravity === 'face' && cropped ? ['gravity'] : []),
    ...(options.segment ? ['segment'] : []),
    ...(options.upscale === 'generate' ? ['upscale'] : []),
    ...(options.metadata === 'keep' && opaque && exif && hasTones(options)
      ? ['metadata']
      : []),
  ]
  return list.length > 0 ? { approximate: list } : {}
}

/** Gives sharp's refusals our codes. It checks options when they are set, and pixels when they are read. */
const decoding = async <TResult>(work: () => Promise<TResult>): Promise<TResult> => {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof ImagesError) throw cause
    if (
      /^(Expected|Unable to parse colou?r)/.test(
        cause instanceof Error ? cause.message : '',
      )
    ) {
      throw new ImagesError(
        'invalid-options',
        'An option has a value that no picture can be made with. Look at its row in the table of options.',
        { cause, cloudflareCode: 9401 },
      )
    }
    throw new ImagesError(
      'invalid-file',
      'The picture cannot be decoded: the file may be incomplete or damaged. Upload it again.',
      { cause, cloudflareCode: 9422 },
    )
  }
}

const undecodable = (): ImagesError =>
  new ImagesError(
    'unsupported-type',
    "HEIC cannot be decoded here, since sharp's ready-made build has no decoder for it. Cloudflare itself delivers it; to see it on this machine, upload the photograph as JPEG.",
    { cloudflareCode: 9412 },
  )
