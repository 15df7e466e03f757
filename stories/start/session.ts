/**
 * Who is signed in, in these stories: whoever the page says. A real app reads its session cookie or bearer token
 * here, and answers null for a visitor.
 */
export function userOf(request: Request): { id: string } | null {
  const { headers } = request
  return { id: headers.get('x-demo-user') ?? 'demo' }
}
