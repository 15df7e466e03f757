import { getRequestListener, RequestError } from '@hono/node-server'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:http2'
import type { Http2ServerRequest } from 'node:http2'

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
        cut(bindings.incoming)
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

/** Over HTTP/2, which Vite speaks where it has a certificate, one stream and not the connection of the whole page. */
const cut = (incoming: IncomingMessage | Http2ServerRequest): void => {
  if ('stream' in incoming) incoming.stream.close(constants.NGHTTP2_INTERNAL_ERROR)
  else incoming.socket.resetAndDestroy()
}

/** The bridge's requests are light copies that `new Request(request)` does not know; a handler may do that. */
const genuine = (request: Request): Request => {
  const { url, method, headers, signal } = request
  if (method === 'GET' || method === 'HEAD')
    return new Request(url, { method, headers, signal })
  const init = { method, headers, signal, body: request.body, duplex: 'half' }
  return new Request(url, init)
}
