import { parseJson } from '../api/parseJson.ts'
import { answerFailure } from './answerFailure.ts'
import { isFields } from './isFields.ts'
import { readLimited } from './readLimited.ts'

/** Bytes of a JSON body. */
const usualLimit = 16_384

/**
 * The JSON object in a request's body.
 *
 * @throws Response 415, 413 or 422: what a page of another origin could send without being asked first, what is longer
 *   than the limit, what is not an object
 */
export async function readJson(
  request: Request,
  limit: number = usualLimit,
): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw invalid('The body must be application/json.', 415)
  }
  const bytes = await readLimited(request, limit)
  if (!bytes) throw invalid(`The body must be ${limit} bytes at most.`, 413)
  const value = parseJson(new TextDecoder().decode(bytes))
  if (isFields(value)) return value
  throw invalid('The body must be a JSON object.')
}

/** A refusal as an answer, since its status is not the code's own. */
function invalid(message: string, status?: number): Response {
  return answerFailure({ code: 'invalid-request', message, status })
}
