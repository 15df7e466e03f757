import { ImagesError } from '../api/ImagesError.ts'
import { optionTable } from './optionTable.ts'
import type { OptionRow } from './optionTable.ts'
import type { TransformOptions } from './TransformOptions.ts'

/** Checks every option against the table. @throws ImagesError `invalid-options`. */
export function checkOptions(options: TransformOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    if (!Object.hasOwn(optionTable, name)) {
      throw new ImagesError('invalid-options', `Hosted URLs have no option "${name}".`)
    }
    const row: OptionRow = optionTable[name as keyof typeof optionTable]
    if (!fits(row, value)) {
      throw new ImagesError(
        'invalid-options',
        `${JSON.stringify(value)} is no value for "${name}".`,
      )
    }
  }
}

function fits(row: OptionRow, value: unknown): boolean {
  if (typeof value === 'string' && row.words?.includes(value)) return true
  switch (row.kind) {
    case 'integer':
    case 'number':
      return (
        typeof value === 'number' &&
        value >= row.min &&
        value <= (row.max ?? Number.MAX_VALUE) &&
        (row.kind === 'number' || Number.isInteger(value))
      )
    case 'integers':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every(
          (item) => Number.isInteger(item) && item >= row.min && item <= row.max,
        )
      )
    case 'choice':
      return (row.values as readonly unknown[]).includes(value)
    case 'color':
      return typeof value === 'string' && value !== ''
    case 'point':
      return (
        (typeof value === 'string' && /^[\d.]+x[\d.]+$/.test(value)) ||
        (typeof value === 'object' && value !== null && 'x' in value && 'y' in value)
      )
    case 'trim':
      return value === 'border' || (typeof value === 'object' && value !== null)
  }
}
