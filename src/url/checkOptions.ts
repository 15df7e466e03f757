import { describeValues } from './describeValues.ts'
import { foreignOptions } from './foreignOptions.ts'
import { acceptsValue } from './acceptsValue.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { optionTable } from './optionTable.ts'
import type { OptionRow } from './optionTable.ts'

/**
 * Checks names and values of options against the table.
 *
 * @throws ImagesError `invalid-options`, which names the option and says what it takes, or where else it works.
 */
export function checkOptions(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    const row = findRow(name)
    if (!row) throw unknownOption(name)
    if (!acceptsValue(row, value)) {
      throw new ImagesError(
        'invalid-options',
        `The option "${name}" cannot be ${show(value)}: Cloudflare would refuse the URL. It takes ${describeValues(row)}.`,
      )
    }
  }
}

/** The row of an option by its long name, or undefined. */
export function findRow(name: string): OptionRow | undefined {
  return Object.hasOwn(optionTable, name)
    ? optionTable[name as keyof typeof optionTable]
    : undefined
}

/** The error for a name that no hosted URL knows. */
export function unknownOption(name: string): ImagesError {
  const elsewhere = Object.hasOwn(foreignOptions, name)
    ? `It works ${foreignOptions[name as keyof typeof foreignOptions]}.`
    : `The options are ${Object.keys(optionTable).join(', ')}.`
  return new ImagesError(
    'invalid-options',
    `"${name}" is no option of a hosted image's URL: Cloudflare would refuse the URL. ${elsewhere}`,
  )
}

/** A value in words; objects by their members' names, since they may be anything. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value) return `{ ${Object.keys(value).join(', ')} }`
  return typeof value === 'function' ? 'a function' : String(value as bigint)
}
