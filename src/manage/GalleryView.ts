/** How the tiles of a gallery stand, and which lines of them are near the screen, as the page says. */
export interface GalleryView {
  /** How many tiles stand side by side; one until that was measured. */
  columns: number
  /** Pixels from one line of tiles to the next; 0 until that was measured. */
  pitch: number
  /** Pixels that a tile takes. */
  width: number
  height: number
  /** What scrolls the tiles. */
  scroller?: HTMLElement | undefined
  /** The first line near the screen, and the one behind the last; absent until that was measured. */
  lines?: readonly [from: number, to: number] | undefined
}

/** Which tiles are in the page, and how much room those take that are not. */
export interface ShownTiles {
  /** Index of the first tile in the page. */
  first: number
  /** Index behind the last one. */
  end: number
  /** Pixels that the tiles above the first would take. */
  before: number
  /** Pixels that the tiles below the last would take. */
  after: number
}

/** Nothing is measured yet, as on the server. */
export const unmeasured: GalleryView = { columns: 1, pitch: 0, width: 0, height: 0 }

/** Nobody will measure anything, so that all tiles have to be there. */
export const endless: GalleryView = { ...unmeasured, lines: [0, Infinity] }

/** The tiles near the screen; the first ones as long as nobody knows which those are. */
export function shownTiles(
  { columns, pitch, lines = [0, Math.ceil(atFirst / columns)] }: GalleryView,
  count: number,
): ShownTiles {
  const all = Math.ceil(count / columns)
  const from = Math.max(0, Math.min(lines[0], all - 1))
  const to = Math.min(lines[1], all)
  return {
    first: from * columns,
    end: Math.min(to * columns, count),
    before: from * pitch,
    after: (all - to) * pitch,
  }
}

/** How many tiles there are before anything was measured. */
const atFirst = 60
