import { invalidRequest } from './invalidRequest.ts'
import { readJson } from './readJson.ts'

/** Bytes of a body with ids: 500 of them, with room for custom ones. */
const limit = 65_536

/** The JSON body of a call about several images, each id once. */
export async function readIds(
  request: Request,
  max: number,
): Promise<{ ids: string[]; sent: Record<string, unknown> }> {
  const sent = await readJson(request, limit)
  return { ids: textsOf(sent, 'ids', max), sent }
}

/** A field that is a list of different texts. */
export function textsOf(
  sent: Record<string, unknown>,
  field: string,
  max: number,
): string[] {
  const list = sent[field]
  if (!Array.isArray(list) || list.length > max || !list.every(isText)) {
    throw invalidRequest(`${field}: must be a list of at most ${max} texts.`)
  }
  return [...new Set(list)]
}

const isText = (value: unknown): value is string => typeof value === 'string'
