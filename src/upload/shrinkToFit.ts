import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { limits } from '../api/limits.ts'
import type { PrepareInput, PrepareStep } from './PrepareStep.ts'

/** What a picture has to fit into. */
export interface ShrinkOptions {
  /** Bytes. @default 10000000, Cloudflare's limit */
  maxSize?: number | undefined
  /** Pixels of the longer side. @default 12000, Cloudflare's limit */
  maxDimension?: number | undefined
  /** Pixels in all. @default 100000000, Cloudflare's limit */
  maxPixels?: number | undefined
}

/**
 * A step that makes too large a picture smaller instead of refusing it: in a worker, upright, in sRGB, with its
 * transparency. What fits goes up as it came, byte for byte.
 *
 * Animations, HEIC and drawings that do not fit are refused by their name: a browser could make no more than a still
 * of them, or nothing.
 *
 * @example
 * ```tsx
 * import { ImageUploader, shrinkToFit, stripLocation } from 'react-cloudflare-images'
 *
 * const prepare = [stripLocation(), shrinkToFit({ maxDimension: 4096 })]
 * export const Photos = () => <ImageUploader multiple prepare={prepare} />
 * ```
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export function shrinkToFit({
  maxSize = limits.fileSize,
  maxDimension = limits.dimension,
  maxPixels = limits.pixels,
}: ShrinkOptions = {}): PrepareStep {
  const step = async (input: PrepareInput) => {
    const { file, type, width = 1, height = 1, frames = 1 } = input
    const tooManyPixels =
      type !== 'image/svg+xml' &&
      (Math.max(width, height) > maxDimension || width * height * frames > maxPixels)
    if (!tooManyPixels && file.size <= maxSize) return undefined
    if (frames > 1 && tooManyPixels) throw unfit('too-many-frames', input)
    if (!still.has(type) || frames > 1)
      throw unfit(tooManyPixels ? 'too-many-pixels' : 'file-too-large', input)
    const { askPictureWorker } = await import('./askPictureWorker.ts')
    try {
      const fitted = { maxSize, maxDimension, maxPixels }
      const work = { task: 'shrink' as const, file, type, width, height, ...fitted }
      const { blob, ...size } = await askPictureWorker(work)
      const { name, lastModified } = file
      return { file: new File([blob], name, { type: blob.type, lastModified }), ...size }
    } catch (cause) {
      throw damaged(input, cause)
    }
  }
  return Object.assign(step, { shrinks: true })
}

/** What every browser can decode and has one picture in. */
const still = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

const unfit = (code: ImagesErrorCode, { file, type, frames = 1 }: PrepareInput) =>
  new ImagesError(
    code,
    isDevelopment
      ? `“${file.name}” is larger than is taken, and ${frames > 1 ? 'an animation' : type} cannot be made smaller in a browser without losing what it is. Choose a smaller one.`
      : file.name,
  )

const damaged = ({ file }: PrepareInput, cause: unknown) =>
  new ImagesError(
    'invalid-file',
    isDevelopment
      ? `“${file.name}” is larger than is taken, and this browser could not decode it to make it smaller. Choose another picture.`
      : file.name,
    { cause },
  )
