/** What is known of the place where a URL may lead; a whole `Delivery` fits. */
export interface KnownPlace {
  /** What stands before the hash, where it is neither imagedelivery.net nor `…/cdn-cgi/imagedelivery`. */
  baseUrl?: string | undefined
  /** Pattern of friendly paths after `baseUrl`. */
  path?: string | undefined
  /** The hash, where the pattern of friendly paths has none. */
  accountHash?: string | undefined
}

/** A delivery URL in its parts; the leaf and the query are as they were written. */
export interface DeliveryUrlParts {
  baseUrl: string
  accountHash: string
  path?: string | undefined
  imageId: string
  /** The name of a variant, or options: it is options when it contains `=`. */
  leaf: string
  /** The query with its `?`, or nothing. */
  query: string
}

/** Takes a delivery URL apart without reading its leaf; null where it is none. */
export function splitDeliveryUrl(
  url: string,
  known: KnownPlace = {},
): DeliveryUrlParts | null {
  const [address, query] = splitOnce(url.split('#', 1)[0] ?? '', '?')
  const baseUrl = baseOf(address, known.baseUrl)
  if (baseUrl === undefined) return null
  const segments = address.slice(baseUrl.length + 1).split('/')
  const [accountHash = ''] = segments
  const leaf = segments.at(-1) ?? ''
  const imageId = decodeId(segments.slice(1, -1))
  if (
    segments.length < 3 ||
    imageId === undefined ||
    leaf === '' ||
    !/^[\w-]+$/.test(accountHash)
  ) {
    return null
  }
  return { baseUrl, accountHash, imageId, leaf, query: query && `?${query}` }
}

function baseOf(address: string, known: string | undefined): string | undefined {
  if (known !== undefined && address.startsWith(`${known}/`)) return known
  const end = address.indexOf(`${marker}/`)
  if (end >= 0) {
    const base = address.slice(0, end + marker.length)
    return /^(?:(?:https?:)?\/\/[^/\s\\@]+)?(?:\/[^\s\\]*)$/i.test(base)
      ? base
      : undefined
  }
  return /^(?:(?:https?:)?\/\/(?:imagedelivery\.net(?=\/)|(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?=\/[\w-]{22}\/))|(?=\/[\w-]{22}\/))/i.exec(
    address,
  )?.[0]
}

const marker = '/cdn-cgi/imagedelivery'

function decodeId(segments: string[]): string | undefined {
  try {
    const id = segments.map(decodeURIComponent)
    return id.some((segment) => segment === '' || segment === '.' || segment === '..')
      ? undefined
      : id.join('/')
  } catch {
    return undefined
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
