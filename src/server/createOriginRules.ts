/** Which pages may call, and which may read the answers. */
export interface OriginRules {
  /** Whether a call that changes something comes from the backend's own pages, a trusted one, or no page at all. */
  allows: (request: Request) => boolean
  /** Says on an answer which page may read it, and to a browser that asks beforehand what it may send. */
  mark: (request: Request, response: Response) => Response
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
      const { headers } = response
      headers.append('vary', 'Origin, Access-Control-Request-Headers')
      const origin = trustedOrigin(request)
      if (!origin) return response
      const told = {
        'allow-origin': origin,
        'allow-credentials': 'true',
        ...(request.method === 'OPTIONS'
          ? {
              'allow-methods': 'GET, POST, PATCH, DELETE',
              'allow-headers':
                request.headers.get('access-control-request-headers') ?? 'content-type',
              'max-age': '600',
            }
          : { 'expose-headers': 'Retry-After' }),
      }
      for (const [name, value] of Object.entries(told))
        headers.set(`access-control-${name}`, value)
      return response
    },
  }
}
