import { readBody } from './readBody.ts'
import { Refusal } from './Refusal.ts'

/**
 * The JSON object in a request; an empty one where there is no body.
 *
 * @throws Refusal 5400 where it is no JSON object, 7011 above a megabyte.
 */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBody(request, 2 ** 20)
  if (bytes === undefined) throw new Refusal(7011)
  const value = bytes.length === 0 ? {} : parse(new TextDecoder().decode(bytes))
  if (!isObject(value))
    throw new Refusal(5400, { reason: 'the body must be a JSON object' })
  return value
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
