import { svgTokens } from './svgTokens.ts'

/**
 * The size that an SVG asks for: its attributes in pixels, else its view box, else what browsers fall back to;
 * undefined where its root cannot be read.
 */
export function svgSize(text: string): { width: number; height: number } | undefined {
  for (const token of svgTokens(text)) {
    if (token.kind === 'text') continue
    if (token.kind === 'close' || !/^(?:\w+:)?svg$/.test(token.name)) return undefined
    const attributes = new Map(token.attributes)
    const box = (attributes.get('viewBox') ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const [, , boxWidth = 300, boxHeight = 150] =
      box.length === 4 && box.every(Number.isFinite) ? box : []
    return {
      width: Math.max(1, Math.round(pixels(attributes.get('width')) ?? boxWidth)),
      height: Math.max(1, Math.round(pixels(attributes.get('height')) ?? boxHeight)),
    }
  }
  return undefined
}

/** Lengths in pixels or without a unit; others, percentages among them, are left to the view box. */
const pixels = (length = '') => {
  const number = /^\s*(\d*\.?\d+)(?:px)?\s*$/.exec(length)?.[1]
  return number === undefined ? undefined : Number(number)
}
