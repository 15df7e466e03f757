/** A backend for images: web-standard request in, response out. Never rejects. */
export interface LibraryHandler {
  (request: Request): Promise<Response>
  /** The handler itself under the names that Next.js looks for in a route file. */
  readonly GET: (request: Request) => Promise<Response>
  readonly POST: (request: Request) => Promise<Response>
  readonly PATCH: (request: Request) => Promise<Response>
  readonly DELETE: (request: Request) => Promise<Response>
  readonly OPTIONS: (request: Request) => Promise<Response>
}
