/** What a refusal says, and how. */
export interface TextAnswerOptions {
  status: number
  message: string
  headers?: Record<string, string> | undefined
}

/** A refusal as text, `ERROR 5455: …`, as the upload host and delivery write it. [obs] */
export function textAnswer(
  number: number,
  { status, message, headers }: TextAnswerOptions,
): Response {
  return new Response(`ERROR ${number}: ${message}`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  })
}
