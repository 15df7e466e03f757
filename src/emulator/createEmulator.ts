import type { CloudflareHost } from '../api/Fault.ts'
import { accountDelivery } from './accountDelivery.ts'
import { createContext } from './createContext.ts'
import { createFaults } from './createFaults.ts'
import type { EmulatedRequest, Emulator } from './Emulator.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import type { EmulatorOptions } from './EmulatorOptions.ts'
import { emulatorPage } from './emulatorPage.ts'
import { hostOf } from './hostOf.ts'
import { seedAccount } from './seedAccount.ts'
import { serveBatch, serveApi } from './serveApi.ts'
import { serveControl } from './serveControl.ts'
import { serveDelivery } from './serveDelivery.ts'
import { serveUpload } from './serveUpload.ts'
import { showFault } from './showFault.ts'
import { wait } from './wait.ts'

/**
 * Cloudflare Images on your own machine: the API, the batch host, one-time uploads and delivery, as one function from
 * `Request` to `Response`.
 *
 * It takes any account id, hash and token as its own, so moving to the real account changes the base of the API and
 * the base of delivery, and nothing else.
 *
 * @example
 * ```ts
 * import { createEmulator } from 'react-cloudflare-images/emulator'
 *
 * const emulator = createEmulator({ flexibleVariants: true })
 *
 * await emulator.fetch('http://localhost:8787/client/v4/accounts/any/images/v2', {
 *   headers: { authorization: 'Bearer any' },
 * })
 * ```
 * @see https://developers.cloudflare.com/images/
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const context = createContext(options)
  const { store, account, cache, rateLimits, now } = context
  const faults = createFaults(options.faults)
  const closing = new AbortController()
  const requests: EmulatedRequest[] = []
  let deliveries = 0
  let lastOrigin = options.publicOrigin ?? 'http://localhost:8787'

  const record = (host: CloudflareHost, { method, url }: Request, status: number) => {
    requests.push({ host, method, path: new URL(url).pathname, status, at: now() })
    if (requests.length > 1_000) requests.shift()
    if (host === 'delivery' && (status === 200 || status === 304)) deliveries += 1
  }

  const answer = async (host: CloudflareHost, request: Request): Promise<Response> => {
    const serve = (served: Request) => servers[host](served, context)
    const latency = latencyOf(host, options.latency)
    if (latency > 0)
      await wait(latency, AbortSignal.any([request.signal, closing.signal]))
    const fault = faults.take(host, request)
    return fault
      ? showFault(fault, { request, serve, closing: closing.signal })
      : serve(request)
  }

  return {
    fetch: async (input, init) => {
      const request = init || !isRequest(input) ? new Request(input, init) : input
      const { pathname, origin } = new URL(request.url)
      const host = hostOf(request, pathname)
      if (host === undefined) return nothingHere(pathname)
      if (pathname === '/__emulator/' && request.method === 'GET')
        return emulatorPage(context, { requests, deliveries })
      if (host === 'control') return serveControl(request, faults)
      lastOrigin = options.publicOrigin ?? origin
      try {
        const response = await answer(host, request)
        record(host, request, response.status)
        return response
      } catch (error) {
        record(host, request, 0)
        throw error
      }
    },
    reset: async () => {
      await store.clear()
      account.restart()
      cache.purge()
      rateLimits.api.clear()
      rateLimits.batch.clear()
      faults.clear()
      requests.length = 0
      deliveries = 0
    },
    seed: (seed) => seedAccount(seed, { context, origin: lastOrigin }),
    requests,
    get deliveries() {
      return deliveries
    },
    faults: { set: faults.set, clear: faults.clear },
    env: (origin = lastOrigin) => ({
      CLOUDFLARE_ACCOUNT_ID: context.accountId ?? 'emulator00000000000000000000acct',
      CLOUDFLARE_API_TOKEN: tokenOf(context),
      CLOUDFLARE_API_BASE_URL: `${origin}/client/v4`,
      CLOUDFLARE_IMAGES_ACCOUNT_HASH: context.accountHash,
      CLOUDFLARE_IMAGES_BASE_URL: `${origin}/cdn-cgi/imagedelivery`,
    }),
    get delivery() {
      return accountDelivery(context, lastOrigin)
    },
    now,
    close: async () => closing.abort(new TypeError('The emulator was closed.')),
  }
}

const servers: Record<
  CloudflareHost,
  (request: Request, context: EmulatorContext) => Promise<Response>
> = { api: serveApi, batch: serveBatch, upload: serveUpload, delivery: serveDelivery }

/** One that may write, where there is a choice. */
const tokenOf = ({ tokens }: EmulatorContext) => {
  const [[token] = ['emulator-token']] = [...(tokens ?? [])].sort(([, a], [, b]) =>
    a < b ? 1 : -1,
  )
  return token
}

const latencyOf = (host: CloudflareHost, latency: EmulatorOptions['latency'] = 0) =>
  typeof latency === 'number' ? latency : (latency[host] ?? 0)

/** By shape: servers pass their own classes of requests. */
const isRequest = (input: Request | string | URL): input is Request =>
  typeof input === 'object' && 'headers' in input

const nothingHere = (pathname: string) =>
  new Response(
    `Nothing is served at ${pathname}. Cloudflare Images is at /client/v4/accounts/…, /cdn-cgi/imagedelivery/… and /<account hash>/….\n`,
    { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } },
  )
