import { endpointPath, endpoints } from '../api/endpoints.ts'
import type { Endpoint, EndpointName } from '../api/endpoints.ts'
import { readEnvelope } from '../api/envelope.ts'
import type { BatchToken } from '../api/HostedImage.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import type { CloudflareApiOptions } from './CloudflareApiOptions.ts'
import { createBatchAccess } from './createBatchAccess.ts'
import { sleep } from './sleep.ts'
import type { StreamedForm } from './streamForm.ts'

/** What one call sends. */
export interface CloudflareCallOptions {
  /** The id or name in the path. */
  parameter?: string | undefined
  query?: URLSearchParams | undefined
  json?: unknown
  form?: FormData | StreamedForm | undefined
  signal?: AbortSignal | undefined
}

/** Makes one call of Cloudflare's API and reads its answer. */
export type CloudflareCall = <TResult>(
  name: EndpointName,
  options?: CloudflareCallOptions,
  read?: (response: Response) => Promise<TResult>,
) => Promise<TResult>

/** Where calls go, and by which right. */
export interface Access {
  url: string
  headers: Readonly<Record<string, string>>
}

/** How often a call is made before its failure is believed. */
const attempts = 3
/** Milliseconds until a call without an answer is given up; carrying a picture may take longer. */
const patience = 30_000
/** Seconds of `Retry-After` that are waited here; a longer wait is the caller's to decide about. */
const longestWait = 5

/**
 * Calls Cloudflare by the table of endpoints, and repeats what is safe to repeat: GET and DELETE after a failure of
 * the network or of Cloudflare, and anything that was refused with 429 before it had an effect.
 */
export function createCloudflareCall(options: CloudflareApiOptions): CloudflareCall {
  const batch =
    options.batch &&
    createBatchAccess(options.batch, () => call<BatchToken>('batchToken'))

  const call: CloudflareCall = async (name, sent = {}, read = readEnvelope) => {
    const { method, batch: batched }: Endpoint = endpoints[name]
    const access = batch && batched ? batch : undefined
    for (let attempt = 1; ; attempt++) {
      try {
        return await send({
          ...((await access?.get()) ?? ownAccess(options)),
          fetch: options.fetch ?? globalThis.fetch,
          name,
          sent,
          read,
        })
      } catch (error) {
        const again = attempt < attempts && !isStreamed(sent.form)
        const wait = access?.renews(error) ? 0 : waitBefore(error, method, attempt)
        if (!again || wait === undefined) throw error
        await sleep(wait, sent.signal)
      }
    }
  }

  return call
}

/** The account's own API. */
function ownAccess(options: CloudflareApiOptions): Access {
  const { accountId, apiToken, apiKey, email } = options
  const { baseUrl = 'https://api.cloudflare.com/client/v4' } = options
  if (!accountId || !(apiToken || (apiKey && email))) {
    throw new ImagesError(
      'server-error',
      'cloudflareApi has no account id, or no token. Nothing can be asked of Cloudflare without them. Set `accountId`, and `apiToken` or `apiKey` with `email`; an environment variable may be missing.',
      { retryable: false },
    )
  }
  return {
    url: `${baseUrl.replace(/\/+$/, '')}/accounts/${encodeURIComponent(accountId)}`,
    headers: apiToken
      ? { authorization: `Bearer ${apiToken}` }
      : { 'x-auth-key': apiKey ?? '', 'x-auth-email': email ?? '' },
  }
}

interface Sending<TResult> extends Access {
  fetch: typeof globalThis.fetch
  name: EndpointName
  sent: CloudflareCallOptions
  read: (response: Response) => Promise<TResult>
}

async function send<TResult>(sending: Sending<TResult>): Promise<TResult> {
  const { fetch, url, headers, name, sent, read } = sending
  const { parameter, query, json, form, signal } = sent
  const { method } = endpoints[name]
  const timeout =
    name === 'upload' || name === 'blob' ? undefined : AbortSignal.timeout(patience)
  const signals = [signal, timeout].filter((one) => one !== undefined)
  const path = endpointPath(name, parameter)
  const search = query?.toString()
  try {
    const response = await fetch(url + path + (search ? `?${search}` : ''), {
      method,
      headers: {
        ...headers,
        accept: name === 'blob' ? 'image/*' : 'application/json',
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...(isStreamed(form) && form.headers),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
      ...(form && (isStreamed(form) ? form.init : { body: form })),
      ...(signals.length > 0 && { signal: AbortSignal.any(signals) }),
    })
    return await read(response)
  } catch (cause) {
    if (isImagesError(cause)) throw cause
    throw failure(`${method} ${path}`, { cause, signal, timeout })
  }
}

/** A stream cannot be sent twice. */
function isStreamed(form: FormData | StreamedForm | undefined): form is StreamedForm {
  return form !== undefined && 'init' in form
}

/** Milliseconds to wait before a call is made again; undefined where it must not be. */
function waitBefore(error: unknown, method: string, attempt: number): number | undefined {
  if (!isImagesError(error) || !error.retryable || error.code === 'timeout')
    return undefined
  const harmless =
    method === 'GET' || method === 'DELETE' || error.code === 'rate-limited'
  const { retryAfter = 0 } = error
  if (!harmless || retryAfter > longestWait) return undefined
  return Math.max(retryAfter * 1000, 200 * 2 ** attempt * (0.5 + Math.random()))
}

interface Ending {
  cause: unknown
  signal: AbortSignal | undefined
  timeout: AbortSignal | undefined
}

function failure(what: string, { cause, signal, timeout }: Ending): ImagesError {
  if (signal?.aborted) {
    return new ImagesError('aborted', `${what} was given up by the caller.`, { cause })
  }
  return timeout?.aborted
    ? new ImagesError(
        'timeout',
        `${what} had no answer from Cloudflare in ${patience / 1000} seconds. Whether it had its effect is unknown. Try again later.`,
        { cause },
      )
    : new ImagesError(
        'network',
        `${what} did not reach Cloudflare, or its answer was cut. Whether it had its effect is unknown. Check this server's network, and the base URL.`,
        { cause },
      )
}
