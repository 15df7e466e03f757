import type { ImageFacts } from '../api/ImageFacts.ts'
import { decodeThumbhash } from './decodeThumbhash.ts'

/**
 * A blurred picture as the placeholder, from the thumbhash in an image's facts: a bitmap of 8 × 6 pixels in the page
 * itself, which browsers smooth, and so no request. Without a thumbhash it is the average colour.
 *
 * A value of its own, so that pages which do not use it do not load it.
 *
 * @example
 * ```tsx
 * import { ResponsiveImage, thumbhashPlaceholder, useImage } from 'react-cloudflare-images'
 *
 * export function Coast() {
 *   const { data } = useImage('samples/coast')
 *   return data && <ResponsiveImage image={data} placeholder={thumbhashPlaceholder} />
 * }
 * ```
 * @see https://evanw.github.io/thumbhash/
 */
export function thumbhashPlaceholder({ t, c, a }: ImageFacts): string | undefined {
  const hash = (t && readBase64(t)) || []
  // The top bit of the third byte says that pixels are transparent: the picture would never cover what is behind it.
  if (a || Number(hash[2]) > 127) return undefined
  if (hash.length < 6) return c
  return `url(data:image/bmp;base64,${bitmap(hash)}) 0 0 / 100% 100% no-repeat`
}

const width = 8
const height = 6

/** A bitmap file in base64. @see https://learn.microsoft.com/windows/win32/gdi/bitmap-storage */
function bitmap(hash: readonly number[]): string {
  const header = 54
  const pixels = decodeThumbhash(hash, { width, height })
  const file = new DataView(new ArrayBuffer(header + pixels.length))
  file.setUint16(0, 0x42_4d)
  for (const [at, value] of [
    [2, file.byteLength],
    [10, header],
    [14, 40],
    [18, width],
    [22, -height], // negative: the first row is the top one
    [26, 1 | (24 << 16)], // one plane, 24 bits a pixel
  ] as const) {
    file.setInt32(at, value, true)
  }
  for (let at = 0; at < pixels.length; at++) {
    // Blue comes first.
    file.setUint8(header + at, pixels[at + 2 - 2 * (at % 3)]!)
  }
  return btoa(String.fromCharCode(...new Uint8Array(file.buffer)))
}

function readBase64(text: string): number[] | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Array.from(bytes, (byte) => byte.charCodeAt(0))
  } catch {
    return undefined // no whole number of bytes
  }
}
