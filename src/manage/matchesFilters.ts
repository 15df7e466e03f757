import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'

type Value = string | number | boolean

/**
 * Whether an image that the backend has not listed yet would be in a list with these filters.
 *
 * Operators as Cloudflare has them: `eq in gt gte lt lte`, each with an optional `:string`, `:number` or `:boolean`;
 * dots lead into nested fields; all filters must hold.
 *
 * @see https://developers.cloudflare.com/images/manage-images/list-images/
 */
export function matchesFilters(
  image: Pick<CloudflareImage, 'meta'>,
  { meta = {} }: ImageFilters,
): boolean {
  return Object.entries(meta).every(([filter, wanted]) => {
    const [, path = '', operator = 'eq'] =
      /^([^[]*)(?:\[(\w+)[^\]]*\])?$/.exec(filter) ?? []
    const value = path.split('.').reduce<unknown>(member, image.meta)
    return isValue(value) && holds(value, operator, wanted)
  })
}

function holds(value: Value, operator: string, wanted: Value): boolean {
  if (operator === 'eq') return String(value) === String(wanted)
  if (operator === 'in') return String(wanted).split('|').includes(String(value))
  const [left, right] = [Number(value), Number(wanted)]
  if (operator === 'gt') return left > right
  if (operator === 'gte') return left >= right
  if (operator === 'lt') return left < right
  return operator === 'lte' && left <= right
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
