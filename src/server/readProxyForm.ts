import { parseJson } from '../api/parseJson.ts'
import { createByteReader } from './createByteReader.ts'
import { invalidRequest } from './invalidRequest.ts'
import { isFields } from './isFields.ts'

/** A multipart form with what a mint says as JSON, and then the file, still to be read. */
export interface ProxyForm {
  mint: Record<string, unknown>
  file: ReadableStream<Uint8Array>
}

/** Bytes of a part's head, and of what a mint says. */
const limits = { head: 2_048, mint: 16_384 }

/**
 * The parts `mint` and `file` of a form, in this order, without holding the file. What the browser writes in the file's
 * head is not passed on, and nothing after the file is read: no field can be smuggled along.
 */
export async function readProxyForm({ body, headers }: Request): Promise<ProxyForm> {
  const type = headers.get('content-type') ?? ''
  const [, quoted, plain] =
    /^multipart\/form-data;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(type) ??
    []
  const boundary = quoted ?? plain
  if (!body || !boundary) throw invalidRequest('The body must be a multipart form.')
  const delimiter = bytesOf(`\r\n--${boundary}`)
  const reader = createByteReader(body, bytesOf('\r\n'))

  const nextName = async (): Promise<string | undefined> => {
    const head = await reader.readUntil(bytesOf('\r\n\r\n'), limits.head)
    return /^content-disposition:.*?;\s*name="([^"]*)"/im.exec(textOf(head))?.[1]
  }

  await reader.readUntil(delimiter, limits.head)
  const first = await nextName()
  const mint =
    first === 'mint' ? await reader.readUntil(delimiter, limits.mint) : undefined
  const said = parseJson(textOf(mint))
  const second = mint && (await nextName())
  if (isFields(said) && second === 'file')
    return { mint: said, file: reader.streamUntil(delimiter) }
  throw invalidRequest('The form must have the parts mint, which is JSON, and then file.')
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
