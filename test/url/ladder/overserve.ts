import { devices } from './devices.ts'
import type { Device } from './devices.ts'

/** The width in CSS pixels that a slot has on a viewport. */
export type Slot = (viewport: number) => number

/** A slot that follows the viewport up to a width. */
export const constrained =
  (width: number): Slot =>
  (viewport) =>
    Math.min(viewport, width)

/** A slot that is as wide as the viewport. */
export const fullWidth: Slot = (viewport) => viewport

/**
 * The candidate that a browser takes: the smallest that is wide enough, or the widest. `chromium.test.ts` holds it
 * against a real one.
 */
export function choose(
  ladder: readonly number[],
  slot: Slot,
  { viewport, density }: Pick<Device, 'viewport' | 'density'>,
): number {
  const needed = slot(viewport) * density
  return ladder.find((width) => width >= needed) ?? ladder.at(-1) ?? 0
}

/** How a ladder serves a slot. */
export interface Service {
  /** Mean of (served ÷ needed)²: 1 is as many pixels as needed. */
  mean: number
  /** What 95 of 100 views stay under. */
  p95: number
  /** Candidates that any device takes. */
  reached: number
}

/** How a ladder serves a slot on the table of devices. */
export function overserve(ladder: readonly number[], slot: Slot): Service {
  const views = devices.map((device) => {
    const served = choose(ladder, slot, device)
    const ratio = (served / (slot(device.viewport) * device.density)) ** 2
    return { served, ratio, share: device.share }
  })
  const mean = views.reduce((sum, { ratio, share }) => sum + ratio * share, 0)
  let seen = 0
  const p95 = views
    .toSorted((a, b) => a.ratio - b.ratio)
    .find((view) => (seen += view.share) >= 0.95)
  return {
    mean,
    p95: p95?.ratio ?? 0,
    reached: new Set(views.map(({ served }) => served)).size,
  }
}

/** Pixels that a ladder sends, per view, where the devices have other shares. */
export function pixels(
  ladder: readonly number[],
  slot: Slot,
  shares: readonly number[],
): number {
  return devices.reduce(
    (sum, device, index) =>
      sum + choose(ladder, slot, device) ** 2 * (shares[index] ?? 0),
    0,
  )
}
