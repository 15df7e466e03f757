import type { NodeResponse } from './NodeResponse.ts'

/** Sends a web response through a Node one, no faster than the client takes it. */
export async function sendToNode(
  response: Response,
  target: NodeResponse,
): Promise<void> {
  target.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') target.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) target.setHeader('set-cookie', cookies)
  const reader = response.body?.getReader()
  if (reader) await pass(reader, target)
  target.end()
}

async function pass(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  target: NodeResponse,
): Promise<void> {
  let proceed = () => {}
  target.on('drain', () => proceed())
  target.on('close', () => proceed())
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    if (target.destroyed) return reader.cancel()
    const ready = new Promise<void>((resolve) => {
      proceed = resolve
    })
    if (!target.write(value)) await ready
  }
}
