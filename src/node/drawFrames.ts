import type { Sharp } from 'sharp'
import type { Drawing } from './drawPicture.ts'
import { drawSoftly } from './drawSoftly.ts'
import type { SharpModule } from './loadSharp.ts'

/** Whether a drawing would mix the frames of an animation, which libvips keeps below each other in one picture. */
export function mixesFrames({ turn, options }: Drawing): boolean {
  const { blur = 0, sharpen = 0, segment } = options
  return turn.degrees !== 0 || blur > 0 || sharpen > 0 || segment !== undefined
}

/** Draws each frame of an animation by itself, and lays them below each other again. */
export async function drawFrames(
  sharp: SharpModule,
  bytes: Uint8Array,
  drawing: Drawing,
): Promise<Sharp> {
  const { data, info } = await sharp(bytes, { animated: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const height = info.pageHeight ?? info.height
  const still = { width: info.width, height, channels: 4 } as const
  const length = info.width * height * 4
  const drawn: Buffer[] = []
  for (let at = 0; at < data.length; at += length) {
    const image = sharp(data.subarray(at, at + length), { raw: still })
    const frame = await drawSoftly(sharp, image, drawing)
    drawn.push(await frame.ensureAlpha().raw().toBuffer())
  }
  const { canvas } = drawing.fitted
  const raw = {
    width: canvas.width,
    height: canvas.height * drawn.length,
    channels: 4,
    pageHeight: canvas.height,
  } as const
  return sharp(Buffer.concat(drawn), { raw })
}
