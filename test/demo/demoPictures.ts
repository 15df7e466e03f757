import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import sharp from 'sharp'
import { animation, drawing, photograph } from '../support/pictures.ts'
import type { Size } from './expectedSize.ts'

/** A file of the demo, and what is known of it before anything of ours saw it. */
export interface DemoPicture {
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
  /** As a viewer shows it; undefined where no decoder here can tell. */
  size: Size | undefined
  frames: number
  /** Whether its corners are the four colours of the generated photographs. */
  corners: boolean
}

/** A dozen generated photographs: each format, each way a camera can be held, one of twelve megapixels. */
export async function generatedPictures(): Promise<DemoPicture[]> {
  const still = async (
    name: string,
    options: NonNullable<Parameters<typeof photograph>[0]>,
  ): Promise<DemoPicture> => {
    const { width = 600, height = 400, format = 'jpeg' } = options
    return {
      name,
      type: `image/${format}`,
      bytes: await photograph(options),
      size: { width, height },
      frames: 1,
      corners: true,
    }
  }
  const wide = { width: 1200, height: 800 }
  return [
    await still('upright.jpg', wide),
    await still('mirrored.jpg', { ...wide, orientation: 2 }),
    await still('upside-down.jpg', { ...wide, orientation: 3 }),
    await still('turned-right.jpg', { ...wide, orientation: 6 }),
    await still('turned-left.jpg', { ...wide, orientation: 8 }),
    await still('portrait.jpg', { width: 900, height: 1400, orientation: 6 }),
    await still('small.jpg', { width: 240, height: 160 }),
    await still('see-through.png', {
      width: 1000,
      height: 700,
      format: 'png',
      alpha: true,
    }),
    await still('modern.webp', { width: 1100, height: 900, format: 'webp' }),
    await still('twelve-megapixels.jpg', {
      width: 4032,
      height: 3024,
      orientation: 6,
      grain: 6,
    }),
    {
      name: 'blinking.gif',
      type: 'image/gif',
      bytes: await animation({ width: 480, height: 320, frames: 4 }),
      size: { width: 480, height: 320 },
      frames: 4,
      corners: false,
    },
    {
      name: 'drawing.svg',
      type: 'image/svg+xml',
      bytes: drawing({ width: 640, height: 400 }),
      size: { width: 640, height: 400 },
      frames: 1,
      corners: false,
    },
  ]
}

const types: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.heic': 'image/heic',
  '.heif': 'image/heif',
}

/** Every picture of a folder, as it is; other files are left out. */
export async function picturesIn(directory: string): Promise<DemoPicture[]> {
  const names = (await readdir(directory)).filter((name) => typeOf(name) !== undefined)
  return Promise.all(
    names.toSorted().map(async (name) => {
      const bytes = new Uint8Array(await readFile(join(directory, name)))
      return {
        name,
        type: typeOf(name)!,
        bytes,
        corners: false,
        ...(await lookAt(bytes)),
      }
    }),
  )
}

const typeOf = (name: string): string | undefined => types[extname(name).toLowerCase()]

/**
 * Size and frames by sharp's own reading, which delivery has no part in. Frames that repeat the one before them do not
 * count, since encoders merge them; the size of an SVG without one is the browser's to say.
 */
async function lookAt(bytes: Uint8Array): Promise<Pick<DemoPicture, 'size' | 'frames'>> {
  try {
    const { autoOrient, format, pages = 1 } = await sharp(bytes).metadata()
    const size = { width: autoOrient.width, height: autoOrient.height }
    if (format === 'svg') return { size: undefined, frames: 1 }
    return { size, frames: pages > 1 ? await distinctFrames(bytes, pages) : 1 }
  } catch {
    return { size: undefined, frames: 1 }
  }
}

async function distinctFrames(bytes: Uint8Array, pages: number): Promise<number> {
  const frames = await Promise.all(
    Array.from({ length: pages }, async (_, page) =>
      sharp(bytes, { page }).raw().toBuffer(),
    ),
  )
  return frames.filter((frame, at) => at === 0 || !frame.equals(frames[at - 1]!)).length
}
