import { getRequestListener, RequestError } from '@hono/node-server'
import type { HttpBindings } from '@hono/node-server'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers one request; a rejection cuts the connection, and a promise that stays open never answers. */
export type FetchLike = (request: Request) => Promise<Response>

/** What `node:http` and Connect call for each request. */
export type NodeListener = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>

/**
 * Serves a fetch function through `node:http`. What a fetch function cannot answer becomes real on the wire: where it
 * rejects, as `fetch` does when a connection breaks, the socket is reset.
 */
export function nodeListener(fetch: FetchLike): NodeListener {
  return getRequestListener(
    async (request, bindings) => {
      try {
        return await fetch(genuine(request))
      } catch (error) {
        // HTTP/1 only: Vite speaks HTTP/2 with a certificate alone, and its own request class then.
        const { incoming } = bindings as HttpBindings
        incoming.socket.resetAndDestroy()
        throw error
      }
    },
    {
      overrideGlobalObjects: false,
      errorHandler: (error) =>
        error instanceof RequestError
          ? new Response('Bad request', { status: 400 })
          : undefined,
    },
  )
}

/** The bridge's requests are light copies that `new Request(request)` does not know; a handler may do that. */
const genuine = (request: Request): Request => {
  const { url, method, headers, signal } = request
  if (method === 'GET' || method === 'HEAD')
    return new Request(url, { method, headers, signal })
  const init = { method, headers, signal, body: request.body, duplex: 'half' }
  return new Request(url, init)
}
