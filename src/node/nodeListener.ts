import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:http2'
import type { Http2ServerRequest } from 'node:http2'
import { NodeRequest, sendNodeResponse } from 'srvx/node'

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
  return async (incoming, response) => {
    const request = requestOf(incoming, response)
    if (!request) {
      response.writeHead(400).end('Bad request')
      return
    }
    try {
      const { status, statusText, headers, body } = await fetch(request)
      // One by one: middleware that compresses, as Storybook's does, misreads the list that the bridge would give.
      for (const [name, value] of headers)
        response.setHeader(name, name === 'set-cookie' ? headers.getSetCookie() : value)
      await sendNodeResponse(response, new Response(body, { status, statusText }))
    } catch {
      cut(incoming, response)
    }
  }
}

/** Over HTTP/2, which Vite speaks where it has a certificate, one stream and not the connection of the whole page. */
const cut = (
  incoming: IncomingMessage | Http2ServerRequest,
  { socket }: ServerResponse,
): void => {
  if ('stream' in incoming) incoming.stream.close(constants.NGHTTP2_INTERNAL_ERROR)
  else socket?.resetAndDestroy() // none is left where the client was first
}

/**
 * The request as `new Request` makes it: the bridge's own are light copies, which a handler cannot copy again.
 * Undefined where the address is none.
 */
const requestOf = (
  incoming: IncomingMessage,
  response: ServerResponse,
): Request | undefined => {
  const { host } = incoming.headers
  if (host !== undefined && !URL.canParse(`http://${host}`)) return undefined
  try {
    const { url, method, headers, signal, body } = new NodeRequest({
      req: incoming,
      res: response,
    })
    if (method === 'GET' || method === 'HEAD')
      return new Request(url, { method, headers, signal })
    const init = { method, headers, signal, body, duplex: 'half' }
    return new Request(url, init)
  } catch {
    return undefined
  }
}
