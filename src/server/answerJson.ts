/** A JSON answer; it is about one user's images, so nothing on the way may keep it. */
export function answerJson(body: unknown, status: number): Response {
  const headers = { 'cache-control': 'private, no-store' }
  return Response.json(body, { status, headers })
}
