import sharp from 'sharp'
import type { Sharp } from 'sharp'

/** Red, green, blue and, where it matters, alpha; 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number, alpha?: number]

/** What a photograph shows in its corners once it stands upright. */
export const cornerColours = {
  topLeft: [230, 30, 30],
  topRight: [30, 200, 30],
  bottomLeft: [30, 30, 230],
  bottomRight: [230, 220, 30],
} as const satisfies Record<string, Colour>

export interface PhotographOptions {
  /** Pixels as seen, after EXIF rotation. @default 600 */
  width?: number | undefined
  /** Pixels as seen, after EXIF rotation. @default 400 */
  height?: number | undefined
  /** EXIF orientation, 1 to 8: how the stored pixels must be turned to stand upright. @default 1 */
  orientation?: number | undefined
  /** @default 'jpeg' */
  format?: 'jpeg' | 'png' | 'webp' | 'avif' | undefined
  /** Makes the middle fifth transparent (png, webp, avif). @default false */
  alpha?: boolean | undefined
  /** Grain as a camera leaves it, so that the file weighs what a photograph weighs. @default 0 */
  grain?: number | undefined
}

/** A picture with four corner colours, each a quarter as wide and high as the whole, around a soft gradient. */
export async function photograph(
  options: PhotographOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const {
    width = 600,
    height = 400,
    orientation = 1,
    format = 'jpeg',
    alpha = false,
    grain = 0,
  } = options
  const [stored, upright] = storedSize({ width, height, orientation })
  const channels = alpha ? 4 : 3
  const data = new Uint8Array(stored.width * stored.height * channels)
  let seed = 1
  let at = 0
  for (let y = 0; y < stored.height; y++) {
    for (let x = 0; x < stored.width; x++) {
      const [u, v] = upright(x, y)
      const colour = colourAt(u / width, v / height)
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
      const noise = grain === 0 ? 0 : (seed >> 16) % (grain + 1)
      for (let channel = 0; channel < 3; channel++) {
        data[at++] = Math.min(255, (colour[channel] ?? 0) + noise)
      }
      if (alpha) data[at++] = inMiddle(u / width) && inMiddle(v / height) ? 0 : 255
    }
  }
  const image = sharp(data, { raw: { ...stored, channels } })
  if (orientation !== 1) image.withMetadata({ orientation })
  return bytesOf(image.toFormat(format, format === 'avif' ? { effort: 0 } : {}))
}

export interface AnimationOptions {
  /** @default 120 */
  width?: number | undefined
  /** @default 80 */
  height?: number | undefined
  /** @default 4 */
  frames?: number | undefined
  /** @default 'gif' */
  format?: 'gif' | 'webp' | undefined
}

/** The frames of an animation are plain colours, in this order and then again. */
export const frameColours = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 255],
] as const satisfies readonly Colour[]

/** An endless animation, 100 ms a frame, each frame of one colour. */
export async function animation(
  options: AnimationOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { width = 120, height = 80, frames = 4, format = 'gif' } = options
  const data = new Uint8Array(width * height * frames * 3)
  for (let frame = 0; frame < frames; frame++) {
    const colour = frameColours[frame % frameColours.length] ?? [0, 0, 0]
    for (let pixel = 0; pixel < width * height; pixel++) {
      data.set(colour, (frame * width * height + pixel) * 3)
    }
  }
  const raw = { width, height: height * frames, channels: 3, pageHeight: height } as const
  const delay = Array.from({ length: frames }, () => 100)
  return bytesOf(
    sharp(data, { raw }).toFormat(format, { delay, loop: 0, lossless: true }),
  )
}

/** A drawing of two shapes, as text. `extra` is put inside, to try what must not survive. */
export function drawing({
  width = 320,
  height = 200,
  extra = '',
} = {}): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="#f6821f"/>` +
      `<circle cx="50%" cy="50%" r="${Math.min(width, height) / 4}" fill="#fff"/>${extra}</svg>`,
  )
}

/** A PNG whose red is its x and whose green is its y, so that a pixel says where it came from. At most 256 × 256. */
export async function gradient({ width = 256, height = 256, blue = 0 } = {}): Promise<
  Uint8Array<ArrayBuffer>
> {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([x, y, blue], (y * width + x) * 3)
  }
  return bytesOf(sharp(data, { raw: { width, height, channels: 3 } }).png())
}

/** A PNG of one colour. */
export async function plain(
  colour: Colour,
  { width = 100, height = 100 } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const [r, g, b, alpha = 255] = colour
  const background = { r, g, b, alpha: alpha / 255 }
  return bytesOf(sharp({ create: { width, height, channels: 4, background } }).png())
}

/** What a decoder sees in a file. */
export interface Pixels {
  width: number
  height: number
  /** The colour of one pixel, alpha always present. */
  at: (x: number, y: number) => readonly [number, number, number, number]
}

/** Decodes a file as it is stored (no EXIF rotation), its first frame only. */
export async function pixelsOf(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return {
    width,
    height,
    at: (x, y) => {
      const [r = 0, g = 0, b = 0, a = 0] = data.subarray(
        (y * width + x) * 4,
        (y * width + x) * 4 + 4,
      )
      return [r, g, b, a]
    },
  }
}

/** A `File` of these bytes, for forms and uploads. */
export function fileOf(bytes: Uint8Array<ArrayBuffer>, name: string, type: string): File {
  return new File([bytes], name, { type })
}

function colourAt(u: number, v: number): Colour {
  const left = u < 1 / 4
  const right = u >= 3 / 4
  const top = v < 1 / 4
  const bottom = v >= 3 / 4
  if (top && left) return cornerColours.topLeft
  if (top && right) return cornerColours.topRight
  if (bottom && left) return cornerColours.bottomLeft
  if (bottom && right) return cornerColours.bottomRight
  return [90 + Math.floor(100 * u), 90 + Math.floor(100 * v), 140]
}

const inMiddle = (part: number): boolean => part >= 0.4 && part < 0.6

interface Upright {
  width: number
  height: number
  orientation: number
}

/** The size as stored, and where a stored pixel is seen. https://exiftool.org/TagNames/EXIF.html (Orientation) */
function storedSize({
  width,
  height,
  orientation,
}: Upright): [
  { width: number; height: number },
  (x: number, y: number) => readonly [number, number],
] {
  const right = width - 1
  const bottom = height - 1
  const lying = { width: height, height: width }
  switch (orientation) {
    case 2:
      return [{ width, height }, (x, y) => [right - x, y]]
    case 3:
      return [{ width, height }, (x, y) => [right - x, bottom - y]]
    case 4:
      return [{ width, height }, (x, y) => [x, bottom - y]]
    case 5:
      return [lying, (x, y) => [y, x]]
    case 6:
      return [lying, (x, y) => [right - y, x]]
    case 7:
      return [lying, (x, y) => [right - y, bottom - x]]
    case 8:
      return [lying, (x, y) => [y, bottom - x]]
    default:
      return [{ width, height }, (x, y) => [x, y]]
  }
}

async function bytesOf(image: Sharp): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await image.toBuffer())
}
