import type { CompleteFidelity } from './Fidelity.ts'
import type { Refusal } from './Refusal.ts'
import { textAnswer } from './textAnswer.ts'

/** For whom a failure is written. */
export interface FailureAnswerOptions {
  request: Request
  fidelity: CompleteFidelity
}

/**
 * A failure as its caller reads it.
 *
 * Callers that name JSON in `Accept` get the envelope, others the plain text that plain `fetch` has been seen to get
 * [obs]; that `Accept` decides is inferred [inf]. What the gateway before Images refuses is always JSON [inf].
 */
export function failureAnswer(
  { number, status: usual, message, retryAfter }: Refusal,
  { request, fidelity: { errors, statuses } }: FailureAnswerOptions,
): Response {
  const status = statuses[number] ?? usual
  const byGateway = number < 5400 || (number >= 7000 && number < 9400) || number >= 10_000
  const asksForJson = /json/i.test(request.headers.get('accept') ?? '')
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  if (errors === 'json' || byGateway || (errors === 'negotiated' && asksForJson)) {
    const body = {
      result: null,
      success: false,
      errors: [{ code: number, message }],
      messages: [],
    }
    return Response.json(body, { status, headers })
  }
  return textAnswer(number, { status, message, headers })
}
