import type { OptionRow } from './optionTable.ts'

/** What an option takes, in words for an error. */
export function describeValues(row: OptionRow): string {
  const { words } = row
  return describeKind(row) + (words ? `, or ${words.join(', ')}` : '')
}

function describeKind(row: OptionRow): string {
  switch (row.kind) {
    case 'integer':
      return `a whole number from ${row.min} to ${row.max}`
    case 'number':
      return row.max === undefined
        ? `a number from ${row.min}`
        : `a number from ${row.min} to ${row.max}`
    case 'integers':
      return `whole numbers from ${row.min} to ${row.max}`
    case 'choice':
      return row.values.join(', ')
    case 'color':
      return 'a CSS colour'
    case 'point':
      return 'a point { x, y } in fractions from 0 to 1'
    case 'trim':
      return 'border, or an object of sides, of a rectangle or of a border'
  }
}
