/** A stream of bytes that is read up to marks in it. */
export interface ByteReader {
  /** The bytes before the mark, which is read too; undefined where there is none within `limit` bytes. */
  readUntil: (mark: Uint8Array, limit: number) => Promise<Uint8Array | undefined>
  /** The bytes before the mark as they come. Fails where the mark never comes. */
  streamUntil: (mark: Uint8Array) => ReadableStream<Uint8Array>
}

/** Reads a stream up to marks, holding no more of it than it must. */
export function createByteReader(
  stream: ReadableStream<Uint8Array>,
  held: Uint8Array,
): ByteReader {
  const reader = stream.getReader()
  let buffer = held

  const fill = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (!done) buffer = joined(buffer, value)
    return !done
  }

  const take = (length: number): Uint8Array => {
    const taken = buffer.subarray(0, length)
    buffer = buffer.subarray(length)
    return taken
  }

  return {
    readUntil: async (mark, limit) => {
      for (;;) {
        const at = indexOf(buffer, mark)
        if (at >= 0 && at <= limit) return take(at + mark.length).subarray(0, at)
        if (at >= 0 || buffer.length > limit || !(await fill())) return undefined
      }
    },
    streamUntil: (mark) =>
      new ReadableStream<Uint8Array>(
        {
          pull: async (controller) => {
            for (;;) {
              const at = indexOf(buffer, mark)
              // What cannot be the beginning of the mark goes on as it came, without a copy.
              const sure = at >= 0 ? at : beginningOf(mark, buffer)
              if (sure > 0) controller.enqueue(take(sure))
              if (at >= 0) return controller.close()
              if (sure > 0) return
              if (!(await fill())) return controller.error(new Error('The body was cut.'))
            }
          },
          cancel: (reason) => reader.cancel(reason),
        },
        { highWaterMark: 0 },
      ),
  }
}

function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const [first = 0] = mark
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

/** Where the end of the bytes may be the beginning of a mark; their length where it is not. */
function beginningOf(mark: Uint8Array, bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - mark.length + 1)
  const at = bytes
    .subarray(from)
    .findIndex((_, start, end) =>
      end.subarray(start).every((byte, i) => byte === mark[i]),
    )
  return at < 0 ? bytes.length : from + at
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after
  const both = new Uint8Array(before.length + after.length)
  both.set(before)
  both.set(after, before.length)
  return both
}
