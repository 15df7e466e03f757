import type { BindingListOptions } from './ImagesBinding.ts'

/** The query of the API's list that a binding's list stands for. */
export function bindingQuery({
  limit,
  cursor,
  sortOrder = 'asc',
  creator,
  filter,
}: BindingListOptions): URLSearchParams {
  const query = new URLSearchParams({ sort_order: sortOrder })
  if (limit !== undefined) query.set('per_page', String(limit))
  if (cursor !== undefined) query.set('continuation_token', cursor)
  if (creator !== undefined) query.set('creator', creator)
  for (const [field, condition] of Object.entries(filter?.metadata ?? {})) {
    const conditions = typeof condition === 'object' ? condition : { eq: condition }
    for (const [operator, value] of Object.entries(conditions)) {
      const values = Array.isArray(value) ? value : [value]
      const type = operator === 'eq' || operator === 'in' ? `:${typeof values[0]}` : ''
      query.append(`meta.${field}[${operator}${type}]`, values.join('|'))
    }
  }
  return query
}
