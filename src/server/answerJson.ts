/** A JSON answer; it is about one user's images, so nothing on the way may keep it. */
export function answerJson(body: unknown, init: ResponseInit): Response {
  const response = Response.json(body, init)
  response.headers.set('cache-control', 'private, no-store')
  return response
}
