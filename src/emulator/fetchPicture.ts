import type { EmulatorContext } from './EmulatorContext.ts'
import { isPublicHost } from './isPublicHost.ts'
import { Refusal } from './Refusal.ts'
import type { NewImage } from './storeImage.ts'

/** How often a picture may have moved. */
const maxRedirects = 5

/**
 * Fetches a picture that is uploaded by its URL.
 *
 * What the URL names, and each place that it is redirected to, must be on the open internet: a backend that passes on
 * what its users type would otherwise let them read this machine and its network. User and password may stand in the
 * URL [doc upload-URL].
 *
 * @throws Refusal 5454 where it cannot be had, 5413 where it is too large.
 * @see https://developers.cloudflare.com/images/storage/upload-images/upload-url/
 */
export async function fetchPicture(
  address: string,
  context: Pick<EmulatorContext, 'fetch' | 'privateHosts' | 'limits'>,
): Promise<Pick<NewImage, 'bytes' | 'filename'>> {
  const signal = AbortSignal.timeout(context.limits.fetchTime)
  try {
    const { response, url } = await follow(readUrl(address), { context, signal })
    if (!response.ok) throw unreachable(`it answered with ${response.status}`)
    const bytes = await readAtMost(response, context.limits.fileSize)
    return { bytes, filename: nameIn(url) }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (signal.aborted) throw unreachable('it took too long')
    const cause = error instanceof Error ? (error.cause ?? error) : error
    throw unreachable(cause instanceof Error ? cause.message : String(cause))
  }
}

interface FollowOptions {
  context: Pick<EmulatorContext, 'fetch' | 'privateHosts'>
  signal: AbortSignal
}

const follow = async (start: URL, { context, signal }: FollowOptions) => {
  let url = start
  let authorization = credentialsOf(url)
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await ask(url, { context, signal, authorization })
    const location = isRedirect(response) ? response.headers.get('location') : null
    if (location === null) return { response, url }
    await response.body?.cancel()
    const next = readUrl(location, url)
    if (next.origin !== url.origin) authorization = undefined
    authorization = credentialsOf(next) ?? authorization
    url = next
  }
  throw unreachable('it is redirected too often')
}

const ask = async (
  { origin, host, hostname, pathname, search }: URL,
  {
    context: { fetch, privateHosts },
    signal,
    authorization,
  }: FollowOptions & { authorization: string | undefined },
) => {
  if (!fetch) throw unreachable('the emulator has no option `fetch`')
  if (!isPublicHost(hostname) && !privateHosts.includes(host))
    throw unreachable(`${hostname} is not on the open internet`)
  const headers = { accept: 'image/*', ...(authorization && { authorization }) }
  const request = new Request(`${origin}${pathname}${search}`, {
    headers,
    signal,
    redirect: 'manual',
  })
  return fetch(request)
}

const isRedirect = ({ status }: Response) => [301, 302, 303, 307, 308].includes(status)

const readUrl = (text: string, base?: URL) => {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url
  throw unreachable('it is not an http or https URL')
}

const credentialsOf = ({ username, password }: URL) => {
  if (username === '' && password === '') return undefined
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`
}

/** Not a byte more than allowed is read, whatever the answer says of its length. */
const readAtMost = async (response: Response, maxBytes: number) => {
  const reader = response.body?.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return new Uint8Array(await new Blob(chunks).arrayBuffer())
    size += part.value.length
    if (size > maxBytes) {
      await reader?.cancel()
      throw new Refusal(5413)
    }
    chunks.push(part.value)
  }
}

/** [spec] the basename of the URL. */
const nameIn = ({ pathname }: URL) => {
  const name = pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

const unreachable = (reason: string) => new Refusal(5454, { reason })
