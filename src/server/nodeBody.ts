import type { NodeRequest } from './NodeRequest.ts'

interface NodeBodyOptions {
  /** Loses what no longer fits where a parsed body is written again. */
  headers: Headers
  /** What a body parser made of the body. */
  parsed: unknown
}

/** The body of a Node request as `Request` takes it: streamed, or written again from what a parser made of it. */
export function nodeBody(
  request: NodeRequest,
  { headers, parsed }: NodeBodyOptions,
): RequestInit & { duplex?: 'half' } {
  if (request.method === 'GET' || request.method === 'HEAD') return {}
  if (!request.readableDidRead) return { body: streamOf(request), duplex: 'half' }
  if (parsed === undefined) {
    throw new Error(
      'The body of this request was read before and nothing was left of it. Without it the call cannot be served. Mount toNodeHandler before whatever reads bodies.',
    )
  }
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) {
    headers.delete(name)
  }
  return { body: isBytes(parsed) ? parsed : JSON.stringify(parsed) }
}

const isBytes = (value: unknown): value is string | Uint8Array<ArrayBuffer> =>
  typeof value === 'string' || value instanceof Uint8Array

/**
 * The body as a stream that is read only as fast as it is used. What nobody wants is let run by: closing the socket on
 * it would take the answer with it.
 */
function streamOf(request: NodeRequest): ReadableStream<Uint8Array> {
  let isOver = false
  request.pause()
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const finish = (how: () => void) => {
          if (!isOver) how()
          isOver = true
        }
        request.on('data', (chunk: Uint8Array) => {
          if (isOver) return
          controller.enqueue(chunk)
          request.pause()
        })
        request.on('end', () => finish(() => controller.close()))
        request.on('error', (error: Error) => finish(() => controller.error(error)))
        request.on('close', () =>
          finish(() => controller.error(new Error('The client hung up in mid-body.'))),
        )
      },
      pull: () => void request.resume(),
      cancel: () => {
        isOver = true
        request.resume()
      },
    },
    { highWaterMark: 0 },
  )
}
