import { ImagesError } from '../api/ImagesError.ts'
import type { Transport } from '../api/Transport.ts'
import type { Emulator } from './Emulator.ts'
import { requestWithBody } from './requestWithBody.ts'

/**
 * Sends files to an emulator in the same page or process, without a server. Progress is what the emulator has really
 * read, so a fault that stops after some bytes stops it too.
 *
 * @example
 * ```ts
 * import { createEmulator, emulatorTransport } from 'react-cloudflare-images/emulator'
 *
 * const emulator = createEmulator()
 * const transport = emulatorTransport(emulator)
 * ```
 */
export function emulatorTransport(emulator: Pick<Emulator, 'fetch'>): Transport {
  return async ({ url, file, signal, onProgress }) => {
    if (signal.aborted) throw aborted(signal)
    const boundary = `----${crypto.randomUUID()}`
    const body = await multipart(file, boundary)
    const headers = new Headers({
      'content-type': `multipart/form-data; boundary=${boundary}`,
    })
    const counted = inPieces(body, {
      signal,
      tell: (loaded) => onProgress(loaded, body.length),
    })
    try {
      const response = await emulator.fetch(
        requestWithBody({ url, method: 'POST', headers, signal }, await bodyOf(counted)),
      )
      if (signal.aborted) throw aborted(signal)
      return response
    } catch (cause) {
      if (signal.aborted) throw aborted(signal)
      throw new ImagesError(
        'network',
        `The connection to ${new URL(url).origin} was lost. The file may not have arrived. Try again.`,
        { cause },
      )
    }
  }
}

/** A form with one file, written by hand: the `File` and `FormData` of jsdom are not those that `Request` knows. */
async function multipart(file: File, boundary: string): Promise<Uint8Array<ArrayBuffer>> {
  const name = file.name.replace(/["\r\n]/g, encodeURIComponent)
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${file.type || 'application/octet-stream'}\r\n\r\n`
  const encoder = new TextEncoder()
  const parts = [
    encoder.encode(head),
    new Uint8Array(await file.arrayBuffer()),
    encoder.encode(`\r\n--${boundary}--\r\n`),
  ]
  const body = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  return body
}

interface PiecesOptions {
  signal: AbortSignal
  /** Told how many bytes were taken so far. */
  tell: (loaded: number) => void
}

/** Nothing is read ahead: a byte counts when the emulator asks for it. */
const inPieces = (body: Uint8Array<ArrayBuffer>, { signal, tell }: PiecesOptions) => {
  let loaded = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) => {
        if (signal.aborted) return controller.error(signal.reason)
        const piece = body.slice(loaded, loaded + pieceSize)
        if (piece.length === 0) return controller.close()
        loaded += piece.length
        controller.enqueue(piece)
        tell(loaded)
      },
    },
    { highWaterMark: 0 },
  )
}

const pieceSize = 64 * 1024

/** Not every browser takes a stream as a body; there it is read before it is sent. */
const bodyOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  'duplex' in Request.prototype ? stream : new Response(stream).blob()

const aborted = ({ reason: cause }: AbortSignal) =>
  new ImagesError('aborted', 'The upload was cancelled.', { cause })
