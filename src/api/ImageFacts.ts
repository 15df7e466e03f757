/**
 * What is known about a picture since its upload, kept in Cloudflare's metadata under `meta.rci`.
 *
 * Short keys: all metadata of an image has to fit in 1,024 bytes, the facts in 400 of them.
 */
export interface ImageFacts {
  /** Width in pixels after EXIF rotation. */
  w: number
  /** Height in pixels after EXIF rotation. */
  h: number
  /** Average colour, `#rrggbb`. */
  c?: string | undefined
  /** Thumbhash, base64. */
  t?: string | undefined
  /** 1 where the picture has transparent pixels. */
  a?: 1 | undefined
  /** Frames of an animation. */
  n?: number | undefined
  /** Alternative text. */
  alt?: string | undefined
  /** Focal point, fractions of width and height. */
  f?: readonly [x: number, y: number] | undefined
  /** SHA-256 of the bytes, 64 hex digits. */
  sha?: string | undefined
  /** Reserved and not yet confirmed by the app. */
  st?: 'pending' | undefined
}
