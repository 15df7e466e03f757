import type { OptionRow } from './optionTable.ts'

/** Whether an option takes `value`. */
export function acceptsValue(row: OptionRow, value: unknown): boolean {
  if (typeof value === 'string' && row.words?.includes(value)) return true
  switch (row.kind) {
    case 'integer':
      return Number.isInteger(value) && isWithin(value, row.min, row.max)
    case 'number':
      return isWithin(value, row.min, row.max)
    case 'integers':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((item) => Number.isInteger(item) && isWithin(item, row.min, row.max))
      )
    case 'choice':
      return row.values.some((choice) => choice === value)
    case 'color':
      return isColor(value)
    case 'point':
      return typeof value === 'string'
        ? isPointText(value)
        : isShape(value, { x: isFraction, y: isFraction }, ['x', 'y'])
    case 'trim':
      return value === 'border' || isTrim(value)
  }
}

/** Without a largest value of its own a number ends where it would be written with an exponent. */
function isWithin(value: unknown, min: number, max = 1e6): boolean {
  return typeof value === 'number' && value >= min && value <= max
}

/** A name, a hash of 3, 4, 6 or 8 digits, or a function; the syntax, not every name of CSS. */
function isColor(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^(?:[a-z]{3,24}|#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([-\w.,%/\s]{1,64}\))$/i.test(
      value,
    )
  )
}

const isFraction = (value: unknown) => isWithin(value, 0, 1)
const isPointText = (text: string) =>
  /^[\d.]+x[\d.]+$/.test(text) &&
  text.split('x').every((part) => isFraction(Number(part)))

/** Whole pixels, or a fraction of the side. */
const isCut = (value: unknown) =>
  isWithin(value, 0) && (Number.isInteger(value) || isFraction(value))

function isTrim(value: unknown): boolean {
  return (
    isShape(value, {
      top: isCut,
      right: isCut,
      bottom: isCut,
      left: isCut,
      width: isCut,
      height: isCut,
      border: isBorder,
    }) &&
    !has(value, 'right', 'width') &&
    !has(value, 'bottom', 'height')
  )
}

const isBorder = (value: unknown) =>
  typeof value === 'object' &&
  Object.keys(value ?? {}).length > 0 &&
  isShape(value, {
    color: isColor,
    tolerance: (tolerance) => Number.isInteger(tolerance) && isWithin(tolerance, 0, 255),
    keep: (keep) => Number.isInteger(keep) && isWithin(keep, 0),
  })

/** An object of known members whose values are right; `needed` ones have to be there. */
function isShape(
  value: unknown,
  shape: Record<string, (member: unknown) => boolean>,
  needed: readonly string[] = [],
): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(value).every(
      ([name, member]) =>
        Object.hasOwn(shape, name) &&
        (shape[name]?.(member) || (member === undefined && !needed.includes(name))),
    )
  )
}

const has = (value: object, ...names: string[]) =>
  names.every((name) => (value as Record<string, unknown>)[name] !== undefined)
