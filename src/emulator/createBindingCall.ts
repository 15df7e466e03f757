import { endpointPath, endpoints } from '../api/endpoints.ts'
import type { EndpointName } from '../api/endpoints.ts'
import type { Envelope } from '../api/envelope.ts'
import type { Emulator } from './Emulator.ts'

/** What a call of the API is made with. */
interface BindingCallOptions {
  parameter?: string
  query?: URLSearchParams
  body?: BodyInit
}

/** Makes a call of the API and answers with its result. @throws Error with Cloudflare's number as `code` */
export type BindingCall = <TResult>(
  name: EndpointName,
  options?: BindingCallOptions,
) => Promise<TResult>

/** Calls the emulator's API as its own account. */
export function createBindingCall(emulator: Emulator): BindingCall {
  return async <TResult>(
    name: EndpointName,
    { parameter, query, body }: BindingCallOptions = {},
  ) => {
    const env = emulator.env()
    const path = endpointPath(name, parameter)
    const response = await emulator.fetch(
      `${env.CLOUDFLARE_API_BASE_URL}/accounts/${env.CLOUDFLARE_ACCOUNT_ID}${path}?${query ?? ''}`,
      {
        method: endpoints[name].method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}`,
        },
        ...(body !== undefined && { body }),
      },
    )
    // The one call that answers with bytes; what they are is known to whoever makes it.
    if (name === 'blob' && response.ok) return response.body as TResult
    const envelope = (await response.json()) as Envelope<TResult>
    if (!envelope.success) {
      const [error] = envelope.errors
      throw bindingError(error?.code ?? 5550, error?.message ?? '')
    }
    return envelope.result as TResult
  }
}

/** An error as the binding's own. */
export function bindingError(code: number, message: string): Error {
  return Object.assign(new Error(message), { code })
}
