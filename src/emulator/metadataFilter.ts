import { limits } from '../api/limits.ts'
import { isObject } from './readJson.ts'
import { Refusal } from './Refusal.ts'

/** Whether an image's metadata passes. */
export type MetadataFilter = (meta: Record<string, unknown>) => boolean

/**
 * The filters in the query of a list, `meta.<field>[<operator>]=<value>`; all of them must hold.
 *
 * @throws Refusal 5400: the texts about the operator and about the number of filters are Cloudflare's [spec-0727
 *   examples], the others are worded alike [inf].
 */
export function readMetadataFilter(search: URLSearchParams): MetadataFilter {
  const given = [...search].filter(([name]) => name.startsWith('meta.'))
  if (given.length > limits.filters) {
    throw refused(
      `Too many metadata filters: ${given.length} provided, maximum ${limits.filters} allowed`,
    )
  }
  const filters = given.map(([name, value]) => readFilter(name, value))
  return (meta) => filters.every((passes) => passes(meta))
}

const readFilter = (name: string, value: string): MetadataFilter => {
  const [, field = '', operator = ''] = /^meta\.([^[\]]*)\[([^[\]]*)\]$/.exec(name) ?? []
  const path = field.split('.')
  if (field.length > 100 || !path.every((part) => /^\w+$/.test(part))) {
    throw refused(`Invalid metadata filter: '${name}'`)
  }
  if (path.length > 5) {
    throw refused(
      `Metadata filter is nested too deeply: ${path.length} levels, maximum 5 allowed`,
    )
  }
  const passes = readOperator(operator, value)
  return (meta) => {
    const found = path.reduce<unknown>(
      (at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined),
      meta,
    )
    return found !== undefined && passes(found)
  }
}

const readOperator = (operator: string, value: string): ((found: unknown) => boolean) => {
  const [name = '', type, ...rest] = operator.split(':')
  if (rest.length > 0) throw unsupported(operator)
  switch (name) {
    case 'eq':
      if (type === 'boolean' && value !== 'true' && value !== 'false') {
        throw refused(`Invalid boolean in metadata filter: '${value}'`)
      }
      return equals(type, value, operator)
    case 'in': {
      const values = value.split('|')
      if (type === 'boolean') throw unsupported(operator)
      if (values.length > limits.filterValues) {
        throw refused(
          `Too many values in metadata filter: ${values.length} provided, maximum ${limits.filterValues} allowed`,
        )
      }
      const tests = values.map((one) => equals(type, one, operator))
      return (found) => tests.some((test) => test(found))
    }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte': {
      if (type !== undefined && type !== 'number') throw unsupported(operator)
      const bound = numberOf(value)
      return (found) => typeof found === 'number' && comparisons[name](found, bound)
    }
    default:
      throw unsupported(operator)
  }
}

/** Without a type, the text of a string, number or boolean decides. [inf] */
const equals = (
  type: string | undefined,
  value: string,
  operator: string,
): ((found: unknown) => boolean) => {
  switch (type) {
    case undefined:
      return (found) =>
        ['string', 'number', 'boolean'].includes(typeof found) && String(found) === value
    case 'string':
      return (found) => found === value
    case 'number': {
      const number = numberOf(value)
      return (found) => found === number
    }
    case 'boolean':
      return (found) => found === (value === 'true')
    default:
      throw unsupported(operator)
  }
}

const comparisons = {
  gt: (found: number, bound: number) => found > bound,
  gte: (found: number, bound: number) => found >= bound,
  lt: (found: number, bound: number) => found < bound,
  lte: (found: number, bound: number) => found <= bound,
}

const numberOf = (value: string) => {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (Number.isFinite(number)) return number
  throw refused(`Invalid number in metadata filter: '${value}'`)
}

const refused = (message: string) => new Refusal(5400, { message })

const unsupported = (operator: string) =>
  refused(`Unsupported metadata filter operator: '${operator}'`)
