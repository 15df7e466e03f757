/** A multipart body that is made while it is sent. */
export interface StreamedForm {
  headers: { 'content-type': string }
  /** `duplex` is what Node asks for where a body is a stream. */
  init: RequestInit & { body: ReadableStream<Uint8Array>; duplex: 'half' }
}

/** The file of a streamed form. */
export interface StreamedFile {
  stream: ReadableStream<Uint8Array>
  filename: string
  /** @default 'application/octet-stream', which makes Cloudflare look for itself */
  type?: string | undefined
}

/** A form with text fields and then one `file`, whose bytes pass through without being held. */
export function streamForm(
  fields: readonly (readonly [name: string, text: string])[],
  { stream, filename, type = 'application/octet-stream' }: StreamedFile,
): StreamedForm {
  const boundary = `----images${crypto.randomUUID()}`
  const part = (disposition: string, rest: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${rest}`
  const head = [
    ...fields.map(([name, text]) => part(`name="${name}"`, `\r\n${text}\r\n`)),
    part(
      `name="file"; filename="${quoted(filename)}"`,
      `Content-Type: ${quoted(type)}\r\n\r\n`,
    ),
  ].join('')
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    init: {
      ...sentOnce(),
      body: between(head, stream, `\r\n--${boundary}--\r\n`),
      duplex: 'half',
    },
  }
}

/**
 * Says that a body is sent to one place only. Node's `fetch` otherwise keeps all of it, for the case that it is led to
 * another address; Workers keep nothing, and refuse to be told.
 *
 * @see https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
function sentOnce(): RequestInit {
  const init: RequestInit = { redirect: 'error', window: null }
  try {
    void new Request('https://localhost', init)
    return init
  } catch {
    return {}
  }
}

/** A text in the head of a part, as browsers write it: it can neither end its quotes nor its line. */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent)
}

/** A stream with text before and after it. Cancelling it cancels what is inside. */
function between(
  head: string,
  stream: ReadableStream<Uint8Array>,
  tail: string,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(encoder.encode(head)),
      pull: async (controller) => {
        const { done, value } = await reader.read()
        controller.enqueue(done ? encoder.encode(tail) : value)
        if (done) controller.close()
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
