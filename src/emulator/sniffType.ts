/** A picture format by its first bytes; AVIF is known so that it can be refused. */
export type SniffedType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/gif'
  | 'image/webp'
  | 'image/svg+xml'
  | 'image/heic'
  | 'image/avif'

/** The format of a file by its first bytes, whatever its name or declared type says; undefined where it is none. */
export function sniffType(bytes: Uint8Array): SniffedType | undefined {
  const start = ascii(bytes, 0, 16)
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x89 && start.slice(1, 8) === 'PNG\r\n\x1a\n') return 'image/png'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'image/gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp'
  if (start.slice(4, 8) === 'ftyp') return isoType(bytes)
  return isSvg(bytes) ? 'image/svg+xml' : undefined
}

/** HEIC and AVIF share a container; its brands tell them apart. */
const isoType = (bytes: Uint8Array): SniffedType | undefined => {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  const brands = ascii(bytes, 8, Math.min(size, 256))
  if (/avif|avis/.test(brands)) return 'image/avif'
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands) ? 'image/heic' : undefined
}

/** The root element within the first kilobytes, after declaration, comments and doctype. */
const isSvg = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes.subarray(0, 8_192))
  const prolog =
    /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+(?:\w+:)?svg\b[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*/
  return /^<(?:\w+:)?svg[\s/>]/.test(text.slice(prolog.exec(text)?.[0].length ?? 0))
}

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))
