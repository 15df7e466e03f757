import { ImagesError } from '../api/ImagesError.ts'

/** Which pages may call, and which may read the answers. */
export interface OriginRules {
  /** Whether a call that changes something comes from the backend's own pages, a trusted one, or no page at all. */
  allows: (request: Request) => boolean
  /** Says on an answer which page may read it. */
  mark: (request: Request, response: Response) => Response
  /** Answers a browser that asks beforehand. */
  preflight: (request: Request) => Response
}

/** Rules against forged calls, and for calls from trusted pages on other origins. */
export function createOriginRules(trusted: readonly string[] = []): OriginRules {
  for (const origin of trusted) {
    if (!isOrigin(origin)) throw notAnOrigin(origin)
  }
  const isTrusted = (origin: string | null): origin is string =>
    origin !== null && trusted.includes(origin)

  const mark = (request: Request, response: Response): Response => {
    const { headers } = response
    const origin = request.headers.get('origin')
    headers.append('vary', 'Origin')
    if (!isTrusted(origin)) return response
    headers.set('access-control-allow-origin', origin)
    headers.set('access-control-allow-credentials', 'true')
    headers.set('access-control-expose-headers', 'Retry-After')
    return response
  }

  return {
    allows: ({ headers, url }) => {
      const origin = headers.get('origin')
      if (isTrusted(origin)) return true
      const site = headers.get('sec-fetch-site')
      if (site !== null) return site === 'same-origin' || site === 'none'
      // Neither header: no browser of today. Without a cookie there is no session to ride on.
      if (origin === null) return !headers.has('cookie')
      return origin === new URL(url).origin
    },
    mark,
    preflight: (request) => {
      const response = new Response(null, { status: 204 })
      const { headers } = response
      headers.append('vary', 'Access-Control-Request-Headers')
      if (!isTrusted(request.headers.get('origin'))) return response
      headers.set('access-control-allow-methods', 'GET, POST, PATCH, DELETE')
      headers.set(
        'access-control-allow-headers',
        request.headers.get('access-control-request-headers') ?? 'content-type',
      )
      headers.set('access-control-max-age', '600')
      return response
    },
  }
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text
  } catch {
    return false
  }
}

function notAnOrigin(text: string): ImagesError {
  return new ImagesError(
    'invalid-options',
    `trustedOrigins has ${JSON.stringify(text)}, which is not an origin. No browser would ever send it. Write scheme, host and port only, such as "https://app.example.com", without a slash at the end; "*" is not possible.`,
  )
}
