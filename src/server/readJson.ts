import { parseJson } from '../api/parseJson.ts'
import { answerFailure } from './answerFailure.ts'
import { isFields } from './isFields.ts'

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
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw invalid('The body must be application/json.', 415)
  const value = parseJson(await textOf(request, limit))
  if (isFields(value)) return value
  throw invalid('The body must be a JSON object.')
}

/** The text of a body, which is left as soon as it is longer than it may be, declared or not. */
async function textOf({ body, headers }: Request, limit: number): Promise<string> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  const declared = Number(headers.get('content-length'))
  let length = 0
  let text = ''
  for (;;) {
    if (declared > limit || length > limit) {
      void reader?.cancel().catch(() => undefined)
      throw invalid(`The body must be ${limit} bytes at most.`, 413)
    }
    const { value } = (await reader?.read()) ?? {}
    if (!value) return text + decoder.decode()
    length += value.length
    text += decoder.decode(value, { stream: true })
  }
}

/** A refusal as an answer, since its status is not the code's own. */
function invalid(message: string, status?: number): Response {
  return answerFailure({ code: 'invalid-request', message, status })
}
