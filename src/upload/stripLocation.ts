import type { PrepareInput, PrepareStep } from './PrepareStep.ts'
import { blankHeif } from './blankHeif.ts'
import { stripJpeg } from './stripJpeg.ts'
import { stripPng } from './stripPng.ts'
import { stripWebp } from './stripWebp.ts'

/**
 * A step that takes out of a file where and by what it was taken, without touching a pixel: EXIF with GPS, maker
 * notes and thumbnails, XMP, IPTC, comments. How it is to be turned and its colour profile stay.
 *
 * In HEIC and AVIF the place is overwritten where it stands. What cannot be cleaned goes up as it is and is marked with
 * `prepared.keepsLocation`.
 *
 * @example
 * ```tsx
 * import { stripLocation, useDirectUpload } from 'react-cloudflare-images'
 *
 * export const usePhotos = () => useDirectUpload({ prepare: [stripLocation()] })
 * ```
 */
export function stripLocation(): PrepareStep {
  return async ({ file, type }: PrepareInput) => {
    const strip = strippers[type]
    const bytes = new Uint8Array(await file.arrayBuffer())
    const parts = strip?.(bytes)
    const { name, lastModified } = file
    const clean = parts && new File(parts, name, { type, lastModified })
    const keepsLocation = saysPlace(clean ? parts : [bytes])
    if (!clean && !keepsLocation) return undefined
    return { file: clean ?? file, ...(keepsLocation && { keepsLocation }) }
  }
}

const strippers: Record<
  string,
  (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>[] | undefined
> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
  'image/heic': blankHeif,
  'image/heif': blankHeif,
  'image/avif': blankHeif,
}

/** Whether XMP in the file names a latitude: the one word for a place that may stand in any format. */
function saysPlace(parts: readonly Uint8Array[]): boolean {
  const decoder = new TextDecoder('latin1')
  return parts.some((part) => decoder.decode(part).includes('GPSLatitude'))
}
