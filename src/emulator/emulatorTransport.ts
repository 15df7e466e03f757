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
    const counted = body.stream().pipeThrough(
      counter((loaded) => onProgress(loaded, body.size)),
      { signal },
    )
    try {
      const response = await emulator.fetch(
        requestWithBody({ url, method: 'POST', headers, signal }, counted),
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

/** Tells how many bytes were taken so far. */
const counter = (tell: (loaded: number) => void) => {
  let loaded = 0
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(
    {
      transform: (chunk, controller) => {
        loaded += chunk.length
        controller.enqueue(chunk)
        tell(loaded)
      },
    },
    // Nothing is read ahead: a byte counts when the emulator asks for it.
    { highWaterMark: 0 },
    { highWaterMark: 0 },
  )
}

const aborted = ({ reason: cause }: AbortSignal) =>
  new ImagesError('aborted', 'The upload was cancelled.', { cause })
