import { Refusal } from './Refusal.ts'

/**
 * The bytes of a request's body, never more than `maxBytes` of them in memory; undefined where there were more.
 *
 * What is too much is read on and dropped: a client that is cut off in the middle of a body reports a broken
 * connection and never sees the answer.
 *
 * @throws Refusal 5433 where the client goes away.
 */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of chunksOf(request)) {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      else chunks.length = 0
    }
  } catch (cause) {
    throw Object.assign(new Refusal(5433), { cause })
  }
  return size > maxBytes ? undefined : joined(chunks, size)
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  // Firefox has no stream of a request's body; where there is none at all, the bytes are none.
  if (!request.body) return yield new Uint8Array(await request.arrayBuffer())
  const reader = request.body.getReader()
  for (;;) {
    const part = await reader.read()
    if (part.done) return
    yield part.value
  }
}

const joined = (chunks: readonly Uint8Array[], size: number) => {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
