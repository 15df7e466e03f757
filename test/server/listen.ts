import { createServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** One request as it came over the wire. */
export interface Recorded {
  method: string
  /** Path and query, still encoded. */
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
  /** The body as a multipart form, read by Node's own parser. */
  form: () => Promise<{ text: Record<string, string>; file: File | undefined }>
}

type Answer = (request: Recorded, response: ServerResponse) => void

/** Answers over a real socket for as long as the test runs, and keeps every request. */
export async function listen(
  answer: Answer,
): Promise<{ origin: string; requests: Recorded[] }> {
  const requests: Recorded[] = []
  const origin = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const recorded = record(request, Buffer.concat(chunks))
    requests.push(recorded)
    answer(recorded, response)
  })
  return { origin, requests }
}

/** A plain node:http server on a free port until the test is over; answers its origin. */
export async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<string> {
  const server = createServer((request, response) => {
    Promise.resolve(listener(request, response)).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers as Cloudflare does when all is well. */
export function succeed(response: ServerResponse, result: unknown): void {
  answerJson(response, 200, { result, success: true, errors: [], messages: [] })
}

/** Answers as Cloudflare does when it refuses. */
export function refuse(
  response: ServerResponse,
  {
    status,
    code,
    message = 'refused',
  }: { status: number; code: number; message?: string },
): void {
  const errors = [{ code, message }]
  answerJson(response, status, { result: null, success: false, errors, messages: [] })
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cf-ray': '8c1-FRA' })
  response.end(JSON.stringify(body))
}

function record({ method, url, headers }: IncomingMessage, body: Buffer): Recorded {
  const form = async () => {
    const type = headers['content-type'] ?? ''
    const parsed = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    const text: Record<string, string> = {}
    let file: File | undefined
    for (const [name, value] of parsed) {
      if (typeof value === 'string') text[name] = value
      else file = value
    }
    return { text, file }
  }
  return { method: method ?? '', url: url ?? '', headers, body, form }
}
