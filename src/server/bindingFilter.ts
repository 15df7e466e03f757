import type { ListQuery } from './ImagesClient.ts'
import { invalidRequest } from './invalidRequest.ts'
import type { BoundCondition } from './WorkersImagesBinding.ts'

/** Metadata filters of the API, `album[eq:string]`, as the Workers binding takes them. */
export function bindingFilter(
  meta: ListQuery['meta'] = {},
): Record<string, BoundCondition> | undefined {
  const conditions = new Map<string, BoundCondition>()
  for (const [filter, value] of Object.entries(meta)) {
    const whole = filter.endsWith(']') ? filter : `${filter}[eq]`
    const [, field, operator, type] =
      /^(.*)\[(eq|in|[gl]te?)(?::(\w+))?]$/.exec(whole) ?? []
    if (field === undefined || !operator) throw invalidRequest(`${filter}: is no filter.`)
    const isSize = operator !== 'eq' && operator !== 'in'
    const typed = (one: string | number | boolean) => {
      if (type === 'number' || (isSize && !type)) return Number(one)
      if (type === 'boolean') return `${one}` === 'true'
      return type === 'string' ? `${one}` : one
    }
    const condition = operator === 'in' ? `${value}`.split('|').map(typed) : typed(value)
    conditions.set(field, { ...conditions.get(field), [operator]: condition })
  }
  return conditions.size > 0 ? Object.fromEntries(conditions) : undefined
}
