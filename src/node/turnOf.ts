import type { TransformOptions } from '../url/TransformOptions.ts'

/** One of the eight ways to lay a rectangle: mirrored left and right or not, then turned clockwise. */
export interface Turn {
  mirror: boolean
  degrees: 0 | 90 | 180 | 270
}

/** What turns a picture. */
export interface TurnOptions {
  /** EXIF orientation of the stored pixels, 1 to 8; undone first. @default 1 */
  orientation?: number | undefined
  flip?: TransformOptions['flip']
  rotate?: TransformOptions['rotate']
}

/**
 * Joins EXIF orientation, `flip` and `rotate`, in this order, into one turn. One turn after resizing costs less
 * than three before, because the decoder may then shrink while it reads.
 */
export function turnOf({ orientation = 1, flip, rotate }: TurnOptions): Turn {
  const upright = orientations[orientation] ?? still
  const flipped = flip === undefined ? upright : join(upright, flips[flip])
  return rotate === undefined
    ? flipped
    : join(flipped, { mirror: false, degrees: rotate })
}

/** Whether width and height change places. */
export function isLying({ degrees }: Turn): boolean {
  return degrees % 180 === 90
}

const still: Turn = { mirror: false, degrees: 0 }

/** How stored pixels come to stand upright, by the value of EXIF's tag 0x0112. */
const orientations: Record<number, Turn> = {
  2: { mirror: true, degrees: 0 },
  3: { mirror: false, degrees: 180 },
  4: { mirror: true, degrees: 180 },
  5: { mirror: true, degrees: 270 },
  6: { mirror: false, degrees: 90 },
  7: { mirror: true, degrees: 90 },
  8: { mirror: false, degrees: 270 },
}

const flips = {
  h: { mirror: true, degrees: 0 },
  v: { mirror: true, degrees: 180 },
  hv: { mirror: false, degrees: 180 },
} as const satisfies Record<string, Turn>

/** A mirror after a turn is the opposite turn after the mirror. */
const join = (first: Turn, second: Turn): Turn => ({
  mirror: first.mirror !== second.mirror,
  degrees: quarter((second.mirror ? -first.degrees : first.degrees) + second.degrees),
})

const quarter = (degrees: number): Turn['degrees'] => {
  switch (((degrees % 360) + 360) % 360) {
    case 90:
      return 90
    case 180:
      return 180
    case 270:
      return 270
    default:
      return 0
  }
}
