import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import { sniffType } from '../api/sniffType.ts'
import { acceptedBy } from './acceptedBy.ts'
import { readDimensions } from './readDimensions.ts'
import type { Dimensions } from './readDimensions.ts'
import type { UploadOptions } from './UploadOptions.ts'

/** What a file's first bytes tell. */
export interface Inspected extends Partial<Dimensions> {
  /** MIME type. */
  mime: string
}

/**
 * What a file's first bytes tell.
 *
 * @throws ImagesError `unsupported-type`, `invalid-file`, `too-many-pixels` or `unreadable-file`
 */
export async function inspectFile(
  file: File,
  { accept, prepare }: UploadOptions,
): Promise<Inspected> {
  try {
    const head = new Uint8Array(await file.slice(0, headLength).arrayBuffer())
    const mime = sniffType(head)
    if (!mime || !acceptedBy(accept).includes(mime)) throw unsupported(file, mime)
    const dimensions = await readDimensions(file, head, mime)
    const shrinks = prepare?.some((step) => step.shrinks)
    if (dimensions && !shrinks && mime !== 'image/svg+xml') checkPixels(file, dimensions)
    return { mime, ...dimensions }
  } catch (cause) {
    if (cause instanceof ImagesError) throw cause
    throw unreadable(file, cause)
  }
}

/** The error of a file that is no longer where it was when it was chosen. */
export const unreadable = (file: File, cause?: unknown): ImagesError =>
  new ImagesError(
    'unreadable-file',
    isDevelopment
      ? `“${file.name}” can no longer be read. It may have been moved or changed since it was chosen. Choose it again.`
      : file.name,
    { cause },
  )

/** Enough for the headers of most files, small enough to read at once for hundreds of them. */
const headLength = 65_536

const unsupported = ({ name }: File, mime: string | undefined) =>
  new ImagesError(
    'unsupported-type',
    isDevelopment
      ? `“${name}” ${mime ? `holds ${mime}` : 'does not begin like any picture that is known here'}, so it cannot be uploaded. What counts are the first bytes, not the name. Choose another file.`
      : name,
  )

/** @see https://developers.cloudflare.com/images/get-started/limits/ */
function checkPixels({ name }: File, { width, height, frames }: Dimensions): void {
  const { dimension, pixels } = limits
  if (frames > 1 && width * height * frames > pixels) {
    throw new ImagesError(
      'too-many-frames',
      isDevelopment
        ? `“${name}” has ${frames} frames of ${width} × ${height} pixels; Cloudflare takes at most ${pixels} in all. Choose a shorter or smaller animation.`
        : name,
    )
  }
  if (Math.max(width, height) <= dimension && width * height <= pixels) return
  throw new ImagesError(
    'too-many-pixels',
    isDevelopment
      ? `“${name}” has ${width} × ${height} pixels; Cloudflare takes at most ${dimension} on a side and ${pixels} in all. Choose a smaller picture, or add shrinkToFit() to \`prepare\`.`
      : name,
  )
}
