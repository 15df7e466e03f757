import type { TrimBorder } from '../url/TransformOptions.ts'
import type { Region, Size } from '../emulator/fitBox.ts'
import type { SharpModule } from './loadSharp.ts'

/** Finds what a picture holds inside a border of one colour: the whole picture where it has none. */
export async function findBorder(
  sharp: SharpModule,
  bytes: Uint8Array,
  { color, tolerance = 10, keep = 0 }: TrimBorder,
): Promise<Region> {
  const upright = { autoOrient: true }
  const { info } = await sharp(bytes, upright)
    .trim({ threshold: tolerance, ...(color === undefined ? {} : { background: color }) })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { autoOrient: whole } = await sharp(bytes).metadata()
  const left = Math.abs(info.trimOffsetLeft ?? 0)
  const top = Math.abs(info.trimOffsetTop ?? 0)
  return widen({ left, top, width: info.width, height: info.height }, keep, whole)
}

const widen = ({ left, top, width, height }: Region, by: number, whole: Size): Region => {
  const x = Math.max(0, left - by)
  const y = Math.max(0, top - by)
  return {
    left: x,
    top: y,
    width: Math.min(whole.width, left + width + by) - x,
    height: Math.min(whole.height, top + height + by) - y,
  }
}
