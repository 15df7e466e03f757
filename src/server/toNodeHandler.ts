import { nodeBody } from './nodeBody.ts'
import type { NodeRequest } from './NodeRequest.ts'
import type { NodeResponse } from './NodeResponse.ts'
import { sendToNode } from './sendToNode.ts'

/** How a Node request becomes a web request. */
export interface NodeHandlerOptions {
  /**
   * Believes `x-forwarded-proto` and `x-forwarded-host`. Only behind a proxy that sets them itself: else anybody can
   * claim any origin.
   *
   * @default false
   */
  trustProxy?: boolean | undefined
}

/** Request and response of `node:http` and Express, or of Fastify, which has them in `raw`. */
export type NodeListener = (
  request: NodeRequest | { raw: NodeRequest; body?: unknown },
  response: NodeResponse | { raw: NodeResponse; hijack: () => unknown },
  next?: unknown,
) => Promise<void>

/**
 * Makes a web-standard handler a listener for `node:http`, Express and Fastify.
 *
 * Bodies are streamed both ways, and a client that hangs up aborts the request's signal. Where a body parser has read
 * the body before, what it left in `request.body` is used: a text or bytes as they are, anything else as JSON. Where
 * it left nothing, the answer is 500 and says so.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import { cloudflareApi, createImagesHandler, toNodeHandler } from 'react-cloudflare-images/server'
 *
 * const images = cloudflareApi({ accountId: '0123456789abcdef0123456789abcdef', apiToken: 'token' })
 * const handler = createImagesHandler({ images, authorize: () => ({ id: 'ada' }) })
 * createServer(toNodeHandler(handler)).listen(3000)
 * ```
 */
export function toNodeHandler(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeHandlerOptions = {},
): NodeListener {
  return async (given, answered) => {
    const source = 'raw' in given ? given.raw : given
    const target = 'raw' in answered ? answered.raw : answered
    if ('hijack' in answered) answered.hijack()
    const gone = new AbortController()
    target.on('close', () => {
      if (!target.writableEnded) gone.abort()
    })
    await sendToNode(await answer(), target)

    async function answer(): Promise<Response> {
      const headers = headersOf(source)
      try {
        const body = nodeBody(source, { headers, parsed: given.body })
        const request = requestOf(urlOf(source, trustProxy), {
          method: source.method ?? 'GET',
          headers,
          signal: gone.signal,
          ...body,
        })
        return request ? await handler(request) : new Response(null, { status: 400 })
      } catch (error) {
        console.error(error)
        return new Response(null, { status: 500 })
      }
    }
  }
}

/** Undefined for `TRACE` and for a host that is none: anybody can send them, so they are nothing for a log of errors. */
function requestOf(url: string, init: RequestInit): Request | undefined {
  try {
    return new Request(url, init)
  } catch {
    return undefined
  }
}

/** The URL as the client wrote it; Express takes the mount path off `url` and keeps it in `originalUrl`. */
function urlOf(
  { url = '/', originalUrl = url, headers, socket }: NodeRequest,
  trust: boolean,
): string {
  const forwarded = (name: string) =>
    trust
      ? String(headers[`x-forwarded-${name}`] ?? '')
          .split(',')[0]
          ?.trim()
      : ''
  const scheme =
    forwarded('proto') || (socket && 'encrypted' in socket ? 'https' : 'http')
  const host =
    forwarded('host') || headers['host'] || headers[':authority'] || 'localhost'
  return `${scheme}://${String(host)}${originalUrl.startsWith('/') ? originalUrl : '/'}`
}

function headersOf({ headers }: NodeRequest): Headers {
  const all = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(':')) continue
    for (const one of Array.isArray(value) ? value : [value]) all.append(name, one)
  }
  return all
}
