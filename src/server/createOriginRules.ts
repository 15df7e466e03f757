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
  const trustedOrigin = ({ headers }: Request) =>
    trusted.find((origin) => origin === headers.get('origin'))

  return {
    allows: (request) => {
      const { headers, url } = request
      const origin = headers.get('origin')
      const site = headers.get('sec-fetch-site')
      if (trustedOrigin(request)) return true
      if (site) return site === 'same-origin' || site === 'none'
      // Neither header: no browser of today. Without a cookie there is no session to ride on.
      return origin ? origin === new URL(url).origin : !headers.has('cookie')
    },
    mark: (request, response) => {
      const origin = trustedOrigin(request)
      response.headers.append('vary', 'Origin')
      return origin
        ? withHeaders(response, {
            'allow-origin': origin,
            'allow-credentials': 'true',
            'expose-headers': 'Retry-After',
          })
        : response
    },
    preflight: (request) => {
      const response = new Response(null, { status: 204 })
      const asked = request.headers.get('access-control-request-headers')
      response.headers.append('vary', 'Access-Control-Request-Headers')
      return trustedOrigin(request)
        ? withHeaders(response, {
            'allow-methods': 'GET, POST, PATCH, DELETE',
            'allow-headers': asked ?? 'content-type',
            'max-age': '600',
          })
        : response
    },
  }
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const name in headers) {
    response.headers.set(`access-control-${name}`, headers[name] ?? '')
  }
  return response
}
