import { cloudflareErrors } from '../api/cloudflareErrors.ts'
import type { Fault } from '../api/Fault.ts'
import { requestWithBody } from './requestWithBody.ts'
import { wait } from './wait.ts'

/** How a fault is shown. */
export interface ShowFaultOptions {
  request: Request
  /** Answers as always, for faults that only delay. */
  serve: (request: Request) => Promise<Response>
  /** Ends what would wait for ever, when the emulator is closed. */
  closing: AbortSignal
}

/**
 * Shows a fault in place of an answer.
 *
 * @throws TypeError where the connection is cut, as `fetch` itself does
 */
export async function showFault(
  fault: Fault,
  { request, serve, closing }: ShowFaultOptions,
): Promise<Response> {
  const signal = AbortSignal.any([request.signal, closing])
  const { afterBytes } = fault
  if ('delay' in fault) {
    if (afterBytes !== undefined && request.body)
      return serve(paused(request, { afterBytes, delay: fault.delay, signal }))
    await wait(fault.delay, signal)
    return serve(request)
  }
  if (afterBytes !== undefined) await readBytes(request, afterBytes)
  if ('reset' in fault)
    throw new TypeError('The emulator cut the connection, as a fault told it to.')
  if ('hang' in fault) return wait(Number.POSITIVE_INFINITY, signal) as Promise<never>
  const status = 'status' in fault ? fault.status : 200
  // Browsers may read an outage's answer only where it allows them to; API calls come from no browser.
  const headers = fault.host === 'api' ? {} : { 'access-control-allow-origin': '*' }
  const body = fault.body ?? usualBody(status, fault.host === 'delivery')
  if (typeof body === 'string')
    return new Response(nothing(status) ? null : body, { status, headers })
  return Response.json(body, { status, headers })
}

const nothing = (status: number) => status === 204 || status === 304

/** What Cloudflare would say with this status, where a number is known for it. */
const usualBody = (status: number, isDelivery: boolean) => {
  const [number, entry] =
    Object.entries(cloudflareErrors).find(
      ([code, known]) => known.status === status && Number(code) >= 9400 === isDelivery,
    ) ?? []
  if (!number || !entry) return ''
  if (isDelivery) return `ERROR ${number}: ${entry.message}`
  return {
    result: null,
    success: false,
    errors: [{ code: Number(number), message: entry.message }],
    messages: [],
  }
}

/** Reads so many bytes of the body and leaves the rest unread: to cancel it would already close the connection. */
const readBytes = async (request: Request, count: number) => {
  const reader = request.body?.getReader()
  let read = 0
  while (reader && read < count) {
    const part = await reader.read()
    if (part.done) break
    read += part.value.length
  }
  reader?.releaseLock()
}

/** The same request with a body that stands still for a while once so many bytes have passed. */
const paused = (
  request: Request,
  {
    afterBytes,
    delay,
    signal,
  }: { afterBytes: number; delay: number; signal: AbortSignal },
) => {
  let passed = 0
  let hasPaused = false
  const pause = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: async (chunk, controller) => {
      controller.enqueue(chunk)
      passed += chunk.length
      if (hasPaused || passed < afterBytes) return
      hasPaused = true
      await wait(delay, signal)
    },
  })
  return requestWithBody(request, request.body?.pipeThrough(pause))
}
