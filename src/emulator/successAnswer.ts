/** What Cloudflare wraps a success in. [spec] */
export function successAnswer(
  result: unknown,
  messages: readonly unknown[] = [],
): Response {
  return Response.json({ result, success: true, errors: [], messages })
}
