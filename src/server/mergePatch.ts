import { isFields } from './isFields.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A value with a JSON merge patch applied: a field that is absent stays, one that is null goes, objects merge.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function mergePatch(value: Fields, patch: Fields): Fields {
  const merged = new Map(Object.entries(value))
  for (const [key, change] of Object.entries(patch)) {
    const before = merged.get(key)
    if (change === null) merged.delete(key)
    else if (isFields(change))
      merged.set(key, mergePatch(isFields(before) ? before : {}, change))
    else if (change !== undefined) merged.set(key, change)
  }
  return Object.fromEntries(merged)
}
