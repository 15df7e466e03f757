import type { Sharp } from 'sharp'
import type { OutputFormat } from '../emulator/Transformer.ts'
import type { Size } from '../emulator/fitBox.ts'

/** How a picture is written. */
export interface EncodeOptions extends Size {
  format: OutputFormat
  /** 1 to 100; absent means 85, and every colour of a PNG. */
  quality?: number | undefined
  /** Milliseconds of each frame of an animation. */
  delay?: number[] | undefined
  /** How often an animation is shown; 0 for ever. */
  loop?: number | undefined
}

/**
 * Chooses the encoder as Cloudflare does: progressive JPEG except for very small and very large pictures, lossless
 * WebP at quality 100, PNG with a palette where a quality is asked for.
 *
 * Efforts are low, because somebody waits. AVIF's scale is steeper than that of JPEG, so its quality is lowered for
 * files of about the look and less than the size of WebP.
 */
export function encode(
  image: Sharp,
  { format, quality, width, height, delay, loop }: EncodeOptions,
): Sharp {
  const rate = quality ?? 85
  const moving = { ...(delay && { delay }), ...(loop !== undefined && { loop }) }
  switch (format) {
    case 'jpeg': {
      const small = width < 50 && height < 50
      const large = width > 3000 && height > 3000
      return image.jpeg({ quality: rate, progressive: !small && !large })
    }
    case 'baseline-jpeg':
      return image.jpeg({ quality: rate, progressive: false })
    case 'webp':
      return image.webp({ quality: rate, lossless: rate === 100, effort: 2, ...moving })
    case 'avif':
      return image.avif({ quality: Math.max(1, Math.round(rate * 0.77)), effort: 0 })
    case 'png':
      return quality === undefined
        ? image.png()
        : image.png({ palette: true, quality: rate, effort: 1 })
    case 'gif':
      return image.gif({ effort: 1, ...moving })
  }
}
