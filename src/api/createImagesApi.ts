import { defaultEndpoint } from './defaultEndpoint.ts'
import type { CallOptions, ImagesApi } from './ImagesApi.ts'
import { ImagesError } from './ImagesError.ts'
import { longestDelay } from './longestDelay.ts'
import { readAnswer } from './readAnswer.ts'
import { routes } from './routes.ts'
import type { RouteName } from './routes.ts'

/** Where the backend is, and how it knows who asks. */
export interface ImagesApiOptions {
  /** URL prefix that the backend serves. @default '/api/images' */
  endpoint?: string | undefined
  /** Sent with every call; a function is asked for each call, and once more after a 401. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined
  /** As for `fetch`: `'include'` sends cookies to another origin. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** Milliseconds until a call without an answer becomes a `timeout`; one that carries a picture has twenty times as many. @default 30000 */
  timeout?: number | undefined
  /** @default the global `fetch` */
  fetch?: typeof globalThis.fetch | undefined
}

/** What one call sends. */
interface Call extends CallOptions {
  parameter?: string
  query?: URLSearchParams
  body?: unknown
}

/**
 * Makes the client of a backend: a plain closure that hooks, loaders and uploads share.
 *
 * @example
 * ```ts
 * import { createImagesApi } from 'react-cloudflare-images'
 *
 * const api = createImagesApi({ endpoint: 'https://api.example.com/images', credentials: 'include' })
 * const page = await api.list({ limit: 20 })
 * ```
 */
export function createImagesApi(options: ImagesApiOptions = {}): ImagesApi {
  const { headers, credentials, timeout = 30_000 } = options
  const endpoint = (options.endpoint ?? defaultEndpoint).replace(/\/+$/, '')

  const call = async <TResult>(name: RouteName, sent: Call = {}): Promise<TResult> => {
    const { method, path } = routes[name]
    const url = urlOf(endpoint, path, sent)
    const { body } = sent
    const form = typeof FormData !== 'undefined' && body instanceof FormData
    const send = async () => {
      const all = new Headers(await (typeof headers === 'function' ? headers() : headers))
      all.set('accept', 'application/json')
      if (body !== undefined && !form) all.set('content-type', 'application/json')
      return attempt(options.fetch ?? globalThis.fetch, url, {
        method,
        headers: all,
        ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
        ...(credentials && { credentials }),
        ...(sent.keepalive && { keepalive: true }),
        ...(sent.signal && { signal: sent.signal }),
        timeout: form ? timeout * 20 : timeout,
      })
    }
    let answer = await send()
    if (answer.response.status === 401 && typeof headers === 'function')
      answer = await send()
    return readAnswer<TResult>({ name, method, url, ...answer })
  }

  const done = async (name: RouteName, sent: Call) => void (await call(name, sent))

  return {
    endpoint,
    mint: (body, o) => call('mint', { body, ...o }),
    list: ({ cursor, limit, sort, urls, meta } = {}, o) => {
      const query = new URLSearchParams()
      if (cursor) query.set('cursor', cursor)
      if (limit) query.set('limit', String(limit))
      if (sort) query.set('sort', sort)
      if (urls?.length) query.set('urls', urls.join())
      for (const [field, value] of Object.entries(meta ?? {})) {
        query.set(`meta.${field.includes('[') ? field : `${field}[eq]`}`, String(value))
      }
      return call('list', { query, ...o })
    },
    get: (parameter, { urls, ...o } = {}) =>
      call('get', {
        parameter,
        ...(urls?.length && { query: new URLSearchParams({ urls: urls.join() }) }),
        ...o,
      }),
    update: (parameter, body, o) => call('update', { parameter, body, ...o }),
    delete: (parameter, o) => done('delete', { parameter, ...o }),
    deleteMany: (ids, o) => call('deleteMany', { body: { ids }, ...o }),
    signedUrls: (ids, variants, o) =>
      call('signedUrls', { body: { ids, variants }, ...o }),
    confirm: (ids, o) => done('confirm', { body: { ids }, ...o }),
    find: (sha, o) => call('find', { query: new URLSearchParams({ sha }), ...o }),
    proxy: (file, mint, o) => {
      const body = new FormData()
      body.set('mint', JSON.stringify(mint))
      body.set('file', file, file.name)
      return call('proxy', { body, ...o })
    },
    import: (body, o) => call('import', { body, ...o }),
    stats: (o) => call('stats', o),
    variants: (o) => call('variants', o),
    createVariant: (body, o) => call('createVariant', { body, ...o }),
    updateVariant: (parameter, body, o) =>
      call('updateVariant', { parameter, body, ...o }),
    deleteVariant: (parameter, o) => done('deleteVariant', { parameter, ...o }),
    config: (o) => call('config', o),
    updateConfig: (body, o) => call('updateConfig', { body, ...o }),
  }
}

function urlOf(endpoint: string, path: string, { parameter, query }: Call): string {
  const filled = path.replace(/\{\w+\}/, () => encodeURIComponent(parameter ?? ''))
  const search = query?.toString()
  return `${endpoint}${filled && `/${filled}`}${search ? `?${search}` : ''}`
}

/** One request with its body read: the time limit covers the last byte of the answer, not only its headers. */
async function attempt(
  fetch: typeof globalThis.fetch,
  url: string,
  { timeout, signal, ...init }: RequestInit & { timeout: number },
): Promise<{ response: Response; text: string }> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(timeout, longestDelay))
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  try {
    const response = await fetch(url, { ...init, signal: controller.signal })
    return { response, text: await response.text() }
  } catch (cause) {
    throw failure(url, {
      cause,
      aborted: signal?.aborted,
      timedOut: controller.signal.aborted,
    })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

interface Ending {
  cause: unknown
  aborted: boolean | undefined
  timedOut: boolean
}

function failure(url: string, { cause, aborted, timedOut }: Ending): ImagesError {
  if (aborted)
    return new ImagesError('aborted', `The request to ${url} was cancelled.`, { cause })
  if (timedOut) {
    return new ImagesError(
      'timeout',
      `${url} did not answer in time. Whether it did its work is unknown. Check that the backend is running.`,
      { cause },
    )
  }
  return globalThis.navigator?.onLine === false
    ? new ImagesError('offline', `There is no network, so ${url} was not reached.`, {
        cause,
      })
    : new ImagesError(
        'network',
        `No answer came from ${url}. It may be down, or its CORS headers may not allow this page. Check the endpoint, and the browser's console.`,
        { cause },
      )
}
