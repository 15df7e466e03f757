import { isImageId } from './isImageId.ts'

/** What is known of the place where a URL may lead; a whole `Delivery` fits. */
export interface KnownPlace {
  /** What stands before the hash, where that is neither imagedelivery.net nor ends in `/cdn-cgi/imagedelivery`. */
  baseUrl?: string | undefined
  /** Pattern of friendly paths after `baseUrl`, such as `/photos/{id}/{leaf}`. */
  path?: string | undefined
  /** The account's hash, for friendly paths that do not carry it. */
  accountHash?: string | undefined
}

/** A delivery URL in its parts. */
export interface DeliveryUrlParts {
  /** What stands before the path. */
  baseUrl: string
  /** The account's hash. */
  accountHash: string
  /** The pattern that the path follows, where it is a friendly one. */
  path?: string | undefined
  /** The image's id, decoded. */
  imageId: string
  /** The id as it is written. */
  writtenId: string
  /** The name of a variant, or options where it contains `=`; as it is written. */
  leaf: string
  /** The query as it is written, without its question mark. */
  query: string
}

/** Takes a delivery URL apart without reading its options; null where it is none. */
export function splitDeliveryUrl(
  url: string,
  known: KnownPlace = {},
): DeliveryUrlParts | null {
  const [, address = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(url) ?? []
  const [standardBase] = standardBases.exec(address) ?? []
  const parts =
    splitPath(address, known.baseUrl, known) ?? splitPath(address, standardBase)
  return parts && { ...parts, query }
}

const standardBases = new RegExp(
  [
    // Any domain of the account's own, behind any prefix.
    String.raw`^(?:(?:https?:)?\/\/[^/@\s\\]+)?(?:\/(?!\/)[^\s\\]*?)?\/cdn-cgi\/imagedelivery(?=\/)`,
    String.raw`^(?:https?:)?\/\/imagedelivery\.net(?=\/)`,
    // On this machine, and relative: no host vouches for the URL, so the hash has to look like one, 16 bytes in base64url.
    String.raw`^(?:(?:https?:)?\/\/(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)?(?=\/[\w-]{22}\/)`,
  ].join('|'),
  'i',
)

function splitPath(
  address: string,
  baseUrl: string | undefined,
  { path, accountHash }: KnownPlace = {},
): Omit<DeliveryUrlParts, 'query'> | null {
  if (baseUrl === undefined || !address.startsWith(`${baseUrl}/`)) return null
  const names = (path ?? '/{hash}/{id}/{leaf}').split('/').slice(1)
  const segments = address.slice(baseUrl.length + 1).split('/')
  const idAt = names.indexOf('{id}')
  const idLength = segments.length - names.length + 1
  if (idLength < 1) return null
  const found = new Map([['{id}', segments.splice(idAt, idLength, '{id}').join('/')]])
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? ''
    if (name === '{hash}' || name === '{leaf}') found.set(name, segment)
    else if (name !== segment) return null
  }
  const hash = found.get('{hash}') ?? accountHash ?? ''
  const leaf = found.get('{leaf}') ?? ''
  const writtenId = found.get('{id}') ?? ''
  const imageId = decode(writtenId)
  if (!/^[\w-]+$/.test(hash) || leaf === '' || !isImageId(imageId)) return null
  return {
    baseUrl,
    accountHash: hash,
    ...(path !== undefined && { path }),
    imageId,
    writtenId,
    leaf,
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
