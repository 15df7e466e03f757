/** A size in pixels. */
export interface Size {
  width: number
  height: number
}

/** A box as an URL asks for it: both sides, or one. */
export interface Box {
  width?: number
  height?: number
  fit: 'scale-down' | 'cover'
}

/**
 * The size that Cloudflare delivers, worked out from the source alone.
 *
 * `scale-down` fits inside and never enlarges; `cover` is exactly the box.
 * https://developers.cloudflare.com/images/transform-images/transform-via-url/#fit
 */
export function expectedSize(source: Size, box: Box): Size {
  if (box.fit === 'cover') {
    return { width: box.width ?? source.width, height: box.height ?? source.height }
  }
  const scale = Math.min(
    1,
    (box.width ?? Infinity) / source.width,
    (box.height ?? Infinity) / source.height,
  )
  return {
    width: Math.max(1, Math.round(source.width * scale)),
    height: Math.max(1, Math.round(source.height * scale)),
  }
}
