/**
 * The widths that unpic offers, for comparison: its list of resolutions (`@unpic/core` 1.0.3), for a constrained
 * picture those below twice its width, with its width and twice that.
 *
 * @see https://github.com/ascorbic/unpic-img/blob/main/packages/core/src/base.ts
 */
export function unpicLadder(width?: number): number[] {
  if (width === undefined) return resolutions
  const below = resolutions.filter((resolution) => resolution < 2 * width)
  return [...new Set([...below, width, 2 * width])].sort((a, b) => a - b)
}

const resolutions = [
  640, 750, 828, 960, 1080, 1280, 1668, 1920, 2048, 2560, 3200, 3840, 4480, 5120, 6016,
]
