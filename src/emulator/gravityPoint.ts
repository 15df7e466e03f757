import type { Point } from '../url/TransformOptions.ts'
import type { TransformPlan } from './Transformer.ts'

/** The point that a side or a point of `gravity` stands for; undefined for the centre, and for what is yet to be found. */
export function gravityPoint(gravity: TransformPlan['gravity']): Point | undefined {
  if (typeof gravity === 'object') return gravity
  switch (gravity) {
    case 'left':
      return { x: 0, y: 0.5 }
    case 'right':
      return { x: 1, y: 0.5 }
    case 'top':
      return { x: 0.5, y: 0 }
    case 'bottom':
      return { x: 0.5, y: 1 }
    case 'auto':
    case 'face':
    case 'entropy':
    case 'center':
    case undefined:
      return undefined
  }
}
