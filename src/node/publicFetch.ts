import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as requestHttp } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { ImagesError } from '../api/ImagesError.ts'
import { isPublicHost } from '../emulator/isPublicHost.ts'

/** What is fetched from. */
export interface PublicFetchOptions {
  /** Hosts, with their port, that are fetched from although they are private: `['localhost:3000']`. @default none */
  privateHosts?: readonly string[] | undefined
  /** Finds the addresses of a name. @default the system's own */
  lookup?: typeof lookup | undefined
}

/**
 * Makes a fetch for the emulator's uploads by `url` that reaches the open internet alone.
 *
 * The very address that is connected to is looked at, so a name that stands for another address the second time it is
 * asked for gains nothing. Redirects are handed back and not followed.
 *
 * @example
 * ```ts
 * import { createEmulator } from 'react-cloudflare-images/emulator'
 * import { publicFetch } from 'react-cloudflare-images/node'
 *
 * const emulator = createEmulator({ fetch: publicFetch() })
 * ```
 */
export function publicFetch({
  privateHosts = [],
  lookup: find = lookup,
}: PublicFetchOptions = {}): (request: Request) => Promise<Response> {
  const publicLookup = onlyPublic(find)
  return async ({ url, headers, signal }) => {
    const { protocol, host, hostname } = new URL(url)
    const isExempt = privateHosts.includes(host)
    if (!isExempt && !isPublicHost(hostname)) throw notPublic(hostname)
    const send = protocol === 'https:' ? requestHttps : requestHttp
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, {
        headers: { ...Object.fromEntries(headers), 'accept-encoding': 'identity' },
        signal,
        agent: false, // a connection that somebody else opened was not looked at
        ...(!isExempt && { lookup: publicLookup }),
      })
      request.once('response', resolve).once('error', reject).end()
    })
    return responseOf(answer)
  }
}

/** A lookup that finds nothing where one of the addresses of a name is not public. */
const onlyPublic =
  (find: typeof lookup): LookupFunction =>
  (hostname, options, callback) => {
    find(hostname, { ...options, all: true }, (error, addresses) => {
      const inside = error ? undefined : addresses.find(isPrivate)
      const [first] = addresses ?? []
      if (error || inside || !first)
        return callback(error ?? notPublic(hostname, inside?.address), '')
      return options.all
        ? callback(null, addresses)
        : callback(null, first.address, first.family)
    })
  }

const isPrivate = ({ address }: LookupAddress) => !isPublicHost(address)

const notPublic = (hostname: string, address = hostname) =>
  new ImagesError(
    'forbidden',
    `${hostname} is at ${address}, which is not on the open internet, so nothing is fetched from it. Name it in privateHosts where you mean it.`,
  )

const responseOf = (answer: IncomingMessage): Response => {
  const { statusCode: status = 502, headers } = answer
  const list = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  if ([204, 205, 304].includes(status)) answer.resume()
  // Node's stream and the one of fetch are the same thing with two types.
  const body = Readable.toWeb(answer) as ReadableStream<Uint8Array>
  return new Response([204, 205, 304].includes(status) ? null : body, {
    status,
    headers: list,
  })
}
