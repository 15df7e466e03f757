import { ImagesError } from '../api/ImagesError.ts'
import { checkOptions } from './checkOptions.ts'
import { optionTable } from './optionTable.ts'
import type { OptionRow } from './optionTable.ts'
import type { TransformOptionName } from './optionNames.ts'
import { readNumber } from './readNumber.ts'
import { readTrim } from './readTrim.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { unknownOption } from './unknownOption.ts'

/**
 * Reads the options of a URL, whatever their spelling and order. Of an option written twice the last counts.
 *
 * @example
 * ```ts
 * import { parseOptions } from 'react-cloudflare-images/url'
 *
 * parseOptions('g=0.5x0.2,w=400') // { width: 400, gravity: { x: 0.5, y: 0.2 } }
 * ```
 * @see https://developers.cloudflare.com/images/optimization/features/
 * @throws ImagesError `invalid-options`, which names the option and says what it takes.
 */
export function parseOptions(text: string): TransformOptions {
  const options: Record<string, unknown> = {}
  const trims: [name: string, value: string][] = []
  for (const [written, value] of text.split(',').map(readPair)) {
    const name = longNames.get(written)
    if (written.startsWith('trim')) trims.push([written, value])
    else if (name) options[name] = readValue(optionTable[name], value)
    else throw unknownOption(written)
  }
  if (trims.length > 0) options['trim'] = readTrim(trims)
  checkOptions(options)
  // Text from outside becomes typed here, after every name and value was checked against the table.
  return options as TransformOptions
}

const longNames: ReadonlyMap<string, TransformOptionName> = new Map(
  // Object.entries forgets that the table's keys are the names.
  (Object.entries(optionTable) as [TransformOptionName, OptionRow][]).flatMap(
    ([name, row]) =>
      [name, ...(row.aliases ?? [])].map((spelling) => [spelling, name] as const),
  ),
)

function readPair(part: string): [name: string, value: string] {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(part) ?? []
  try {
    if (name) return [name, decodeURIComponent(value)]
  } catch {
    // Not percent-encoded: as wrong as a part without a name.
  }
  throw new ImagesError(
    'invalid-options',
    `"${part}" is no option: Cloudflare would refuse the URL. Write name=value, separated by commas, with the value percent-encoded.`,
  )
}

/** The value that `text` stands for; text itself where it stands for none, which the check then refuses. */
function readValue(row: OptionRow, text: string): unknown {
  switch (row.kind) {
    case 'integer':
    case 'number':
      return readNumber(text)
    case 'integers':
      return text.split(';').map(readNumber)
    case 'choice':
      return row.values.find((value) => String(value) === text) ?? text
    case 'point': {
      const [, x, y] = /^([^x]+)x([^x]+)$/.exec(text) ?? []
      return x && y ? { x: readNumber(x), y: readNumber(y) } : text
    }
    case 'color':
    case 'trim':
      return text
  }
}
