/** The bytes of a body; undefined as soon as there are more than `limit`, declared or not. */
export async function readLimited(
  { body, headers }: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(limit)
  let length = 0
  if (!body) return bytes.subarray(0, length)
  const reader = body.getReader()
  const stop = () => void reader.cancel().catch(() => undefined)
  if (Number(headers.get('content-length')) > limit) return stop()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return bytes.subarray(0, length)
    if (length + value.length > limit) return stop()
    bytes.set(value, length)
    length += value.length
  }
}
