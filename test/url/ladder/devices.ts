/** A screen that asks for pictures: its viewport in CSS pixels, its density, and its share of all views. */
export interface Device {
  viewport: number
  density: number
  share: number
}

/**
 * 39 kinds of screens. Viewports and densities are those of devices on sale or in use; the shares within a kind are
 * estimated from public statistics, and the shares of the kinds (phones 60 %, tablets 5 %, desktops 35 %) are assumed.
 * `widthLadder.test.ts` therefore also judges by 500 random re-weightings.
 */
export const devices: readonly Device[] = [
  ...kind(0.6, [
    [320, 2, 0.5],
    [360, 2, 4],
    [360, 3, 10],
    [360, 4, 0.5],
    [375, 2, 2],
    [375, 3, 3],
    [384, 2.8125, 4],
    [390, 3, 7],
    [393, 2.75, 6],
    [393, 3, 7],
    [402, 3, 3],
    [412, 2.625, 6],
    [412, 3.5, 1],
    [414, 2, 3],
    [414, 3, 1],
    [428, 3, 1.5],
    [430, 3, 3],
    [440, 3, 1.5],
  ]),
  ...kind(0.05, [
    [768, 2, 1],
    [800, 2, 0.8],
    [810, 2, 1.2],
    [820, 2, 1],
    [834, 2, 0.6],
    [1024, 2, 0.4],
  ]),
  ...kind(0.35, [
    [1280, 1, 1],
    [1280, 1.5, 1],
    [1366, 1, 5],
    [1440, 1, 1.5],
    [1440, 2, 2],
    [1470, 2, 0.8],
    [1512, 2, 1.6],
    [1536, 1.25, 6],
    [1600, 1, 1.5],
    [1680, 1, 0.7],
    [1707, 1.5, 0.8],
    [1728, 2, 1],
    [1920, 1, 9],
    [1920, 2, 0.8],
    [2560, 1, 2.5],
  ]),
]

function kind(
  share: number,
  screens: readonly (readonly [number, number, number])[],
): Device[] {
  const total = screens.reduce((sum, [, , weight]) => sum + weight, 0)
  return screens.map(([viewport, density, weight]) => ({
    viewport,
    density,
    share: (share * weight) / total,
  }))
}
