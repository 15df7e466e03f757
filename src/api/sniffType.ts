/** A picture format by its first bytes; AVIF is known so that it can be refused by its name. */
export type SniffedType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/svg+xml'
  | 'image/heic'
  | 'image/heif'
  | 'image/avif'

/**
 * The format of a file by its first bytes, or undefined where they tell none that we know.
 *
 * Names and the browser's own word are not asked: Chrome on Windows has no type for HEIC, and a text may be named
 * `.png`. 64 bytes are enough, but for an SVG behind a long comment.
 *
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
export function sniffType(bytes: Uint8Array): SniffedType | undefined {
  const start = latin1(bytes, 0, 16)
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (/^GIF8[79]a/.test(start)) return 'image/gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp'
  if (start.slice(4, 8) === 'ftyp') return brandType(bytes)
  return isSvg(bytes) ? 'image/svg+xml' : undefined
}

/** HEIC, HEIF and AVIF are one container; its brands tell them apart. */
function brandType(bytes: Uint8Array): SniffedType | undefined {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const brands = latin1(bytes, 8, Math.min(size, 256))
  if (/avi[fs]/.test(brands)) return 'image/avif'
  if (/hei[cxms]|hev[cxms]/.test(brands)) return 'image/heic'
  return /mif1|msf1/.test(brands) ? 'image/heif' : undefined
}

/** The root element within the first kilobytes, after declaration, comments and document type. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 8_192))
  const prolog =
    /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+(?:\w+:)?svg\b[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*/
  return /^<(?:\w+:)?svg[\s/>]/.test(text.slice(prolog.exec(text)?.[0].length ?? 0))
}

const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))
