import { ImagesError } from '../api/ImagesError.ts'
import { acceptsValue } from './acceptsValue.ts'
import { describeValues } from './describeValues.ts'
import { optionTable } from './optionTable.ts'
import type { OptionRow } from './optionTable.ts'
import { unknownOption } from './unknownOption.ts'

/**
 * Checks names and values of options against the table.
 *
 * @throws ImagesError `invalid-options`, which names the option and says what it takes, or where else it works.
 */
export function checkOptions(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(optionTable, name)) throw unknownOption(name)
    const row: OptionRow = optionTable[name as keyof typeof optionTable]
    if (value !== undefined && !acceptsValue(row, value)) {
      throw new ImagesError(
        'invalid-options',
        `The option "${name}" cannot be ${show(value)}: Cloudflare would refuse the URL. It takes ${describeValues(row)}.`,
      )
    }
  }
}

/** A value in words; objects by their members' names, since they may be anything. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value) return `{ ${Object.keys(value).join(', ')} }`
  return typeof value === 'function' ? 'a function' : String(value as bigint)
}
