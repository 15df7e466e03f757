import { ImagesError } from '../api/ImagesError.ts'
import { encodeText } from './encodeText.ts'
import { optionOrder } from './optionOrder.ts'
import type { Point, TransformOptions, Trim } from './TransformOptions.ts'

/**
 * Writes options in their order, and nothing where there are none.
 *
 * Refuses what would make a broken or dangerous URL. Whether a value makes sense is `checkOptions`' question.
 *
 * @throws ImagesError `invalid-options` for a name that is none, and for a value that has no written form.
 */
export function writeOptions(options: TransformOptions): string {
  const written: string[] = []
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    const rank = ranks.get(name)
    if (rank === undefined) throw refuse(name)
    written[rank] = isTrim(name, value)
      ? writeTrim(value)
      : `${name}=${writeValue(name, value)}`
  }
  return written.filter(Boolean).join(',')
}

const ranks: ReadonlyMap<string, number> = new Map(
  optionOrder.map((name, rank) => [name, rank]),
)

function writeValue(name: string, value: unknown): string {
  if (typeof value === 'string')
    return plain.test(value)
      ? value
      : encodeText(value.replace(/\p{Surrogate}/gu, '\uFFFD'))
  if (typeof value === 'boolean') return String(value)
  // Four decimals are a tenth of a pixel in 1,000: more would only make more URLs for the same picture.
  if (Number.isInteger(value)) return String(value as number)
  if (Number.isFinite(value)) return String(Math.round((value as number) * 1e4) / 1e4)
  if (Array.isArray(value)) return value.map((item) => writeValue(name, item)).join(';')
  if (isPoint(value)) return `${writeValue(name, value.x)}x${writeValue(name, value.y)}`
  throw refuse(name)
}

const plain = /^[\w.-]+$/

const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' && value !== null && 'x' in value && 'y' in value

const isTrim = (name: string, value: unknown): value is Trim =>
  name === 'trim' && typeof value === 'object' && value !== null

function writeTrim({ top, right, bottom, left, width, height, border }: Trim): string {
  const write = (name: string, value: unknown) => `${name}=${writeValue(name, value)}`
  if (!border && width === undefined && height === undefined) {
    return write('trim', [top ?? 0, right ?? 0, bottom ?? 0, left ?? 0])
  }
  const rest = {
    'trim.border.color': border?.color,
    'trim.border.tolerance': border?.tolerance,
    'trim.border.keep': border?.keep,
    'trim.top': top,
    'trim.right': right,
    'trim.bottom': bottom,
    'trim.left': left,
    'trim.width': width,
    'trim.height': height,
  }
  return [
    ...(border ? ['trim=border'] : []),
    ...Object.entries(rest).flatMap(([name, value]) =>
      value === undefined ? [] : write(name, value),
    ),
  ].join(',')
}

/** Short, because development builds have said more by now, in `checkOptions`. */
function refuse(name: string): ImagesError {
  return new ImagesError('invalid-options', `Invalid option ${name}`)
}
