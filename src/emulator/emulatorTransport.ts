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
    const form = new FormData()
    form.append('file', file, file.name)
    const encoded = new Response(form)
    const headers = new Headers({
      'content-type': encoded.headers.get('content-type') ?? '',
    })
    const body = await encoded.blob()
    const counted = inPieces(body, {
      signal,
      tell: (loaded) => onProgress(loaded, body.size),
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

interface PiecesOptions {
  signal: AbortSignal
  /** Told how many bytes were taken so far. */
  tell: (loaded: number) => void
}

/** Nothing is read ahead: a byte counts when the emulator asks for it. */
const inPieces = (blob: Blob, { signal, tell }: PiecesOptions) => {
  let loaded = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        if (signal.aborted) return controller.error(signal.reason)
        const piece = await blob.slice(loaded, loaded + pieceSize).arrayBuffer()
        if (piece.byteLength === 0) return controller.close()
        loaded += piece.byteLength
        controller.enqueue(new Uint8Array(piece))
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
