import { ImagesError } from '../api/ImagesError.ts'
import { encodeText } from './encodeText.ts'
import type { Trim } from './TransformOptions.ts'

/**
 * Writes options in one order, width and height first and the others by name, and nothing where there are none.
 *
 * Refuses what would make a broken or dangerous URL. Which names and values make sense is `checkOptions`' question; the
 * components ask it in development only, so that no table travels to the browser.
 *
 * @throws ImagesError `invalid-options` for a name or a value that has no written form.
 */
export function writeOptions(options: object, prefix = ''): string {
  let text = ''
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  for (const [name, value] of entries.sort(byRank)) {
    const option = writeOption(prefix + name, value)
    text += option && text ? `,${option}` : option
  }
  return text
}

const byRank = ([a]: [string, unknown], [b]: [string, unknown]) =>
  rank(a) < rank(b) ? -1 : 1

const rank = (name: string) => (name === 'width' ? '' : name === 'height' ? '!' : name)

function writeOption(name: string, value: unknown): string {
  if (typeof value === 'object' && value) {
    if ('x' in value && 'y' in value)
      return `${name}=${write(name, value.x)}x${write(name, value.y)}`
    if (Array.isArray(value))
      return `${name}=${value.map((item) => write(name, item)).join(';')}`
    if (name.startsWith('trim')) return writeTrim(name, value)
  }
  return `${name}=${write(name, value)}`
}

/** Sides as one list, because Cloudflare documents no name for the right and the bottom; all else member by member. */
function writeTrim(name: string, trim: Trim): string {
  const { top = 0, right, bottom, left = 0, ...others } = trim
  return (right ?? bottom) === undefined || Object.keys(others).length > 0
    ? writeOptions(trim, `${name}.`)
    : writeOption(name, [top, right ?? 0, bottom ?? 0, left])
}

function write(name: string, value: unknown): string {
  if (/^[a-z.-]+$/.test(name)) {
    if (typeof value === 'string') return encodeText(value)
    // Four decimals are a tenth of a pixel in 1,000: more would only make more URLs for the same picture.
    if (Number.isFinite(value)) return String(Math.round((value as number) * 1e4) / 1e4)
    if (typeof value === 'boolean') return String(value)
  }
  throw new ImagesError('invalid-options', name)
}
