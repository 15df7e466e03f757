import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { Transport, TransportRequest } from '../api/Transport.ts'

/**
 * Sends a file with `XMLHttpRequest`, the one way a browser tells how many bytes have left.
 *
 * Listening for that makes the browser ask the host first (a preflight). Where the host does not answer such
 * questions, the same URL is posted to without listening, and its origin is remembered.
 *
 * @see https://developers.cloudflare.com/images/storage/upload-images/methods/direct-creator-upload/
 */
export const xhrTransport: Transport = async (request) => {
  const { origin } = new URL(request.url, globalThis.location?.href)
  if (silentOrigins.has(origin)) return send(request, false)
  let heard = false
  const onProgress: TransportRequest['onProgress'] = (loaded, total) => {
    heard = true
    request.onProgress(loaded, total)
  }
  try {
    return await send({ ...request, onProgress }, true)
  } catch (error) {
    const refused =
      !heard && !request.signal.aborted && origin !== globalThis.location?.origin
    if (!refused) throw error
    const response = await send(request, false)
    silentOrigins.add(origin)
    return response
  }
}

/** Origins that answered only without a preflight. */
const silentOrigins = new Set<string>()

function send(
  { url, file, signal, onProgress }: TransportRequest,
  listen: boolean,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    // An abort before `send()` fires no event, so it is looked at first.
    if (signal.aborted) return reject(aborted())
    const xhr = new XMLHttpRequest()
    const abort = () => xhr.abort()
    const end = (settle: () => void) => () => {
      signal.removeEventListener('abort', abort)
      settle()
    }
    xhr.open('POST', url)
    if (listen) {
      xhr.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        // All of it counts as sent only at `load`: the last `progress` may come before.
        if (lengthComputable) onProgress(Math.min(loaded, total - 1), total)
        else onProgress(loaded)
      }
      xhr.upload.onload = ({ loaded }) => onProgress(loaded, loaded)
    }
    xhr.onload = end(() => resolve(responseOf(xhr)))
    xhr.onerror = end(() => reject(unreachable(url)))
    xhr.onabort = end(() => reject(aborted()))
    signal.addEventListener('abort', abort)
    const form = new FormData()
    form.append('file', file, file.name)
    xhr.send(form)
  })
}

function responseOf(xhr: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const line of xhr.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim())
  }
  const empty = xhr.status === 204 || xhr.status === 205 || xhr.status === 304
  return new Response(empty ? null : xhr.responseText, { status: xhr.status, headers })
}

const aborted = () => new ImagesError('aborted', 'The upload was cancelled.')

const unreachable = (url: string) =>
  new ImagesError(
    'network',
    isDevelopment
      ? `The connection to ${new URL(url, globalThis.location?.href).origin} was lost. The file may not have arrived. Try again; where the upload host stays out of reach, or refuses a header that a script of the page adds to requests, \`fallback: viaBackend()\` sends through your backend.`
      : url,
  )
