import { endpointPath, endpoints } from '../api/endpoints.ts'
import type { Endpoint, EndpointName } from '../api/endpoints.ts'
import { readEnvelope } from '../api/envelope.ts'
import type { BatchToken } from '../api/HostedImage.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import type { CloudflareApiOptions } from './CloudflareApiOptions.ts'
import { createBatchAccess } from './createBatchAccess.ts'
import type { ClientCallOptions } from './ImagesClient.ts'
import { isImageId } from './isImageId.ts'
import { sleep } from './sleep.ts'
import type { StreamedForm } from './streamForm.ts'

/** What one call sends, and how its answer is read. */
interface CloudflareCallOptions<TResult = never> {
  /** The id or name in the path. */
  parameter?: string | undefined
  query?: URLSearchParams | undefined
  json?: unknown
  form?: FormData | StreamedForm | undefined
  /** @default the result in Cloudflare's envelope */
  read?: ((response: Response) => Promise<TResult>) | undefined
}

/** Makes one call of Cloudflare's API and reads its answer. */
export type CloudflareCall = <TResult>(
  name: EndpointName,
  sent?: CloudflareCallOptions<TResult>,
  caller?: ClientCallOptions,
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

  const call: CloudflareCall = async (name, sent = {}, { signal } = {}) => {
    const { parameter, form, read = readEnvelope } = sent
    const { path, batch: batched }: Endpoint = endpoints[name]
    checkParameter(path, parameter)
    for (let attempt = 1; ; attempt++) {
      try {
        signal?.throwIfAborted()
        const access = (batch && batched && (await batch.get())) || ownAccess(options)
        return await read(
          await send(name, { ...sent, ...access, signal, fetch: options.fetch }),
        )
      } catch (cause) {
        const error = isImagesError(cause) ? cause : failure(name, { cause, signal })
        const renews = batch && batched && batch.renews(error)
        const wait = renews ? 0 : waitBefore(name, { error, attempt })
        if (attempt === attempts || isStream(form) || !(wait >= 0)) throw error
        await sleep(wait, signal)
      }
    }
  }

  return call
}

/** Refuses what would lead to another call of the API, or ask for everything. */
function checkParameter(path: string, parameter = 'none'): void {
  if (path.includes('image_id') ? isImageId(parameter) : /^[\w-]+$/.test(parameter))
    return
  throw new ImagesError(
    path.includes('image_id') ? 'invalid-id' : 'invalid-request',
    `${JSON.stringify(parameter)} cannot stand in ${path}. Cloudflare was not asked.`,
  )
}

/** The account's own API. */
function ownAccess(options: CloudflareApiOptions): Access {
  const { accountId, apiToken, apiKey, email } = options
  const { baseUrl = 'https://api.cloudflare.com/client/v4' } = options
  if (!accountId || !(apiToken || (apiKey && email))) {
    throw new ImagesError(
      'server-error',
      'cloudflareApi lacks accountId or apiToken. Is an environment variable missing?',
      { retryable: false },
    )
  }
  return {
    url: `${baseUrl.replace(/\/+$/, '')}/accounts/${encodeURIComponent(accountId)}`,
    headers: apiToken
      ? { authorization: `Bearer ${apiToken}` }
      : { 'x-auth-key': `${apiKey}`, 'x-auth-email': `${email}` },
  }
}

type Sending = Omit<CloudflareCallOptions, 'read'> &
  ClientCallOptions &
  Access & { fetch: typeof globalThis.fetch | undefined }

function send(
  name: EndpointName,
  {
    fetch = globalThis.fetch,
    url,
    headers,
    parameter,
    query,
    json,
    form,
    signal,
  }: Sending,
): Promise<Response> {
  const isJson = json !== undefined
  const signals = [signal, isLong(name) ? undefined : AbortSignal.timeout(patience)]
  return fetch(`${url}${endpointPath(name, parameter)}${query ? `?${query}` : ''}`, {
    method: endpoints[name].method,
    headers: {
      ...headers,
      accept: name === 'blob' ? 'image/*' : 'application/json',
      ...(isJson && { 'content-type': 'application/json' }),
      ...(isStream(form) && form.headers),
    },
    ...(isJson && { body: JSON.stringify(json) }),
    ...(form && (isStream(form) ? form.init : { body: form })),
    signal: AbortSignal.any(signals.filter((one) => one !== undefined)),
  })
}

/** Whether a call carries a picture. */
const isLong = (name: EndpointName) => name === 'upload' || name === 'blob'

/** A stream cannot be sent twice. */
const isStream = (form: FormData | StreamedForm | undefined): form is StreamedForm =>
  form !== undefined && 'init' in form

/** Milliseconds to wait before a call is made again; none where it must not be. */
function waitBefore(
  name: EndpointName,
  { error, attempt }: { error: ImagesError; attempt: number },
): number {
  const { code, retryable, retryAfter = 0 } = error
  const isHarmless = /GET|DELETE/.test(endpoints[name].method) || code === 'rate-limited'
  if (!retryable || !isHarmless || code === 'timeout' || retryAfter > longestWait)
    return NaN
  return Math.max(retryAfter * 1000, 200 * 2 ** attempt * (0.5 + Math.random()))
}

function failure(
  name: EndpointName,
  { cause, signal }: { cause: unknown; signal?: AbortSignal | undefined },
): ImagesError {
  const late = cause instanceof DOMException && cause.name === 'TimeoutError'
  return new ImagesError(
    signal?.aborted ? 'aborted' : late ? 'timeout' : 'network',
    `Cloudflare did not answer ${name}. Whether it had its effect is unknown. Check the network and baseUrl.`,
    { cause },
  )
}
