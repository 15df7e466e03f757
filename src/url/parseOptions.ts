import { ImagesError } from '../api/ImagesError.ts'
import { checkOptions } from './checkOptions.ts'
import { optionTable } from './optionTable.ts'
import type { OptionRow } from './optionTable.ts'
import type { TransformOptions } from './TransformOptions.ts'

/**
 * Reads the options of a URL, whatever their spelling and order.
 *
 * @example
 * ```ts
 * import { parseOptions } from 'react-cloudflare-images/url'
 *
 * parseOptions('w=400,g=0.5x0.2') // { width: 400, gravity: { x: 0.5, y: 0.2 } }
 * ```
 * @throws ImagesError `invalid-options` that names the option and what it takes.
 */
export function parseOptions(text: string): TransformOptions {
  const options: Record<string, unknown> = {}
  for (const part of text.split(',')) {
    const equals = part.indexOf('=')
    if (equals < 1) throw new ImagesError('invalid-options', `"${part}" is no option.`)
    const written = part.slice(0, equals)
    const value = decode(part.slice(equals + 1))
    if (written.startsWith('trim.')) {
      readTrim(options, written, value)
      continue
    }
    const name = names.get(written)
    if (name === undefined) {
      throw new ImagesError('invalid-options', `Hosted URLs have no option "${written}".`)
    }
    options[name] = read(optionTable[name], value)
  }
  const known = options as TransformOptions
  checkOptions(known)
  return known
}

const names: ReadonlyMap<string, keyof typeof optionTable> = new Map(
  Object.entries(optionTable).flatMap(([name, row]: [string, OptionRow]) =>
    [name, ...(row.aliases ?? [])].map((alias) => [
      alias,
      name as keyof typeof optionTable,
    ]),
  ),
)

function read(row: OptionRow, text: string): unknown {
  if (row.words?.includes(text)) return text
  switch (row.kind) {
    case 'integer':
    case 'number':
      return readNumber(text)
    case 'integers':
      return text.split(';').map(readNumber)
    case 'choice':
      return row.values.find((value) => String(value) === text) ?? text
    case 'color':
      return text
    case 'point': {
      const [x, y] = text.split('x')
      return { x: readNumber(x ?? ''), y: readNumber(y ?? '') }
    }
    case 'trim': {
      if (text === 'border') return text
      const [top, right, bottom, left] = text.split(';').map(readNumber)
      return { top, right, bottom, left }
    }
  }
}

function readNumber(text: string): number {
  return /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
}

function readTrim(options: Record<string, unknown>, name: string, value: string): void {
  const trim = typeof options['trim'] === 'object' ? { ...options['trim'] } : {}
  options['trim'] = { ...trim, [name.slice(5)]: readNumber(value) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new ImagesError('invalid-options', `"${text}" is not percent-encoded.`, {
      cause,
    })
  }
}
