import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import { checkOptions } from './checkOptions.ts'
import { encodeText } from './encodeText.ts'
import { optionOrder } from './optionOrder.ts'
import type { TransformOptions } from './TransformOptions.ts'

/**
 * Writes options as the last part of a URL, in one order whatever the order they came in.
 *
 * Without any option it is `format=auto`, which changes nothing: a URL without a last part is an error at Cloudflare.
 *
 * @example
 * ```ts
 * import { formatOptions } from 'react-cloudflare-images/url'
 *
 * formatOptions({ fit: 'cover', width: 400 }) // 'width=400,fit=cover'
 * ```
 * @see https://developers.cloudflare.com/images/optimization/features/
 * @throws ImagesError `invalid-options`.
 */
export function formatOptions(options: TransformOptions): string {
  if (isDevelopment) checkOptions(options)
  const { format, ...rest } = options
  return writeOptions(format === 'auto' ? rest : options) || 'format=auto'
}

/** Writes options in their order, and nothing where there are none. @throws ImagesError `invalid-options`. */
export function writeOptions(options: TransformOptions): string {
  const values = options as Record<string, unknown>
  return Object.keys(values)
    .filter((name) => values[name] !== undefined)
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => writeOption(name, values[name]))
    .join(',')
}

const ranks: ReadonlyMap<string, number> = new Map(
  optionOrder.map((name, index) => [name, index]),
)

function rank(name: string): number {
  const found = ranks.get(name)
  if (found !== undefined) return found
  throw new ImagesError('invalid-options', `Hosted URLs have no option "${name}".`)
}

function writeOption(name: string, value: unknown): string {
  rank(name)
  if (name === 'trim' && typeof value === 'object') return writeTrim(value as object)
  return `${name}=${writeValue(value)}`
}

function writeTrim(trim: object, prefix = 'trim'): string {
  return Object.entries(trim)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) =>
      typeof value === 'object' && value !== null
        ? writeTrim(value as object, `${prefix}.${name}`)
        : `${prefix}.${name}=${writeValue(value)}`,
    )
    .join(',')
}

function writeValue(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ImagesError('invalid-options', `${value} is no number for a URL.`)
  }
  if (Array.isArray(value)) return value.map(writeValue).join(';')
  if (typeof value === 'object' && value !== null && 'x' in value && 'y' in value) {
    return `${writeValue(value.x)}x${writeValue(value.y)}`
  }
  return encodeText(String(value))
}
