/** Colour as the screen shows it: red, green, blue of 0 to 255 and alpha of 0 to 1, whatever words CSS says it with. */
type Rgba = readonly [number, number, number, number]

const canvas = () => new OffscreenCanvas(1, 1).getContext('2d')!

function read(colour: string): Rgba {
  const context = canvas()
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}

const over = (front: Rgba, back: Rgba): Rgba => {
  const mix = (at: 0 | 1 | 2) => front[at] * front[3] + back[at] * (1 - front[3])
  return [mix(0), mix(1), mix(2), 1]
}

/** What stands behind an element: its own background over those of all that it is in. */
function backgroundOf(element: Element | null): Rgba {
  if (!element) return [255, 255, 255, 1]
  const own = read(getComputedStyle(element).backgroundColor)
  return own[3] === 1 ? own : over(own, backgroundOf(element.parentElement))
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Rgba): number {
  const linear = (value: number) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function ratio(one: Rgba, other: Rgba): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Words in an element that a person can see, and use: what is switched off is exempt. */
function hasWords(element: HTMLElement): boolean {
  if (element.closest(':disabled, [aria-disabled=true], .rci-gallery-picture'))
    return false
  if (!element.checkVisibility({ opacityProperty: true })) return false
  const { width, height } = element.getBoundingClientRect()
  if (width <= 1 || height <= 1) return false
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
  )
}

/** What has too little contrast by WCAG 2.2 AA: words by 1.4.3, the edges of fields by 1.4.11. */
export function tooFaint(root: HTMLElement): { measured: number; faint: string[] } {
  const faint: string[] = []
  let measured = 0
  const check = (element: Element, colour: string, { least, back }: Check) => {
    const found = ratio(over(read(colour), back), back)
    measured += 1
    if (found < least)
      faint.push(
        `${element.className || element.tagName} ${colour} ${found.toFixed(2)} < ${least}`,
      )
  }
  for (const element of root.querySelectorAll<HTMLElement>('.rci, .rci *')) {
    const { color, fontSize, fontWeight, borderTopColor } = getComputedStyle(element)
    if (hasWords(element)) {
      const size = Number.parseFloat(fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
      check(element, color, { least: isLarge ? 3 : 4.5, back: backgroundOf(element) })
    }
    if (element.matches('input[type=search], textarea, select'))
      check(element, borderTopColor, {
        least: 3,
        back: backgroundOf(element.parentElement),
      })
  }
  return { measured, faint }
}

interface Check {
  least: number
  back: Rgba
}

/** How well the ring around what has the keyboard stands out from what is around it, 1.4.11. */
export function ringContrast(focused: HTMLElement): number {
  const around = backgroundOf(focused.parentElement)
  return ratio(over(read(getComputedStyle(focused).outlineColor), around), around)
}
