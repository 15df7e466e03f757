import type { ListQuery } from './ImagesClient.ts'
import { invalidRequest } from './invalidRequest.ts'
import type { BoundCondition } from './WorkersImagesBinding.ts'

/** Metadata filters of the API, `album[eq:string]`, as the Workers binding takes them. */
export function bindingFilter(
  meta: ListQuery['meta'] = {},
): Record<string, BoundCondition> | undefined {
  const conditions = new Map<string, BoundCondition>()
  for (const [filter, value] of Object.entries(meta)) {
    const [, field = filter, operator = 'eq', type] =
      /^(.*)\[(\w+)(?::(\w+))?\]$/.exec(filter) ?? []
    if (!/^(eq|in|[gl]te?)$/.test(operator))
      throw invalidRequest(`${filter}: is no filter.`)
    const values = operator === 'in' ? `${value}`.split('|') : [value]
    const typed = values.map((one) => typedValue(one, type ?? typeOf(operator)))
    const condition = { [operator]: operator === 'in' ? typed : typed[0] }
    conditions.set(field, { ...conditions.get(field), ...condition })
  }
  return conditions.size > 0 ? Object.fromEntries(conditions) : undefined
}

const typeOf = (operator: string) => (/^[gl]t/.test(operator) ? 'number' : undefined)

function typedValue(value: string | number | boolean, type: string | undefined) {
  if (type === 'number') return Number(value)
  if (type === 'boolean') return `${value}` === 'true'
  return type === 'string' ? `${value}` : value
}
