import { ImagesError } from '../api/ImagesError.ts'
import { limits } from '../api/limits.ts'
import type { Size } from './fitBox.ts'

/** Refuses to make a picture that is larger than Cloudflare makes. @throws `invalid-options` */
export function refuseHugeResult({ width, height }: Size, frames = 1): void {
  const isHuge =
    Math.max(width, height) > limits.dimension || width * height * frames > limits.pixels
  if (!isHuge) return
  throw new ImagesError(
    'invalid-options',
    `The result would be ${width} × ${height} pixels, more than Cloudflare makes. Ask for less than ${limits.dimension} pixels a side.`,
    { cloudflareCode: 9413 },
  )
}
