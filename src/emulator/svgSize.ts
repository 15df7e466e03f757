/** The size that an SVG asks for: its attributes in pixels, else its view box, else what browsers fall back to. */
export function svgSize(text: string): { width: number; height: number } {
  const root = /<(?:\w+:)?svg\b[^>]*>/.exec(text)?.[0] ?? ''
  const box = (attribute(root, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = 300, boxHeight = 150] =
    box.length === 4 && box.every(Number.isFinite) ? box : []
  return {
    width: Math.max(1, Math.round(pixels(attribute(root, 'width')) ?? boxWidth)),
    height: Math.max(1, Math.round(pixels(attribute(root, 'height')) ?? boxHeight)),
  }
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)

/** Lengths in pixels or without a unit; others, percentages among them, are left to the view box. */
const pixels = (length: string | undefined) => {
  const number = /^\s*(\d*\.?\d+)(?:px)?\s*$/.exec(length ?? '')?.[1]
  return number === undefined ? undefined : Number(number)
}
