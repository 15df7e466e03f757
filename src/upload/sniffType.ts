/**
 * The MIME type that a file's first bytes tell, or undefined where they tell none that we know.
 *
 * Names and the browser's own word are not asked: Chrome on Windows has no type for HEIC, and a text may be
 * named `.png`. 64 bytes are enough, but for an SVG behind a long comment.
 *
 * @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern
 */
export function sniffType(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 16))
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.slice(4, 8) === 'ftyp') return brandType(bytes)
  if (text.startsWith('BM')) return 'image/bmp'
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff'
  return isSvg(bytes) ? 'image/svg+xml' : undefined
}

/** HEIC, HEIF and AVIF are one container; its brands tell them apart. */
function brandType(bytes: Uint8Array): string | undefined {
  const end = Math.min(
    bytes.length,
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(0),
  )
  const brands = String.fromCharCode(...bytes.subarray(8, Math.min(end, 128)))
  if (/avi[fs]/.test(brands)) return 'image/avif'
  if (/hei[cxms]|hev[cxms]/.test(brands)) return 'image/heic'
  return /mif1|msf1/.test(brands) ? 'image/heif' : undefined
}

/** Whether the first element is `svg`, behind a byte order mark, a declaration, comments and a document type. */
function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE\s+svg[^>[]*(\[[^\]]*\])?[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(
    text,
  )
}
