import { encodeImageId } from './encodeImageId.ts'
import { splitDeliveryUrl } from './splitDeliveryUrl.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'

/** A URL as the signature sees it. */
export interface SignedParts {
  /** The URL up to its query. */
  address: string
  /** `/<hash>/<id>/<leaf>`, which is signed. */
  path: string
  /** Parameters that are neither `exp` nor `sig`, as they were written. */
  query: string[]
  expires?: string | undefined
  signature?: string | undefined
}

/** Takes apart what a signature covers; null where the URL is no delivery URL. */
export function splitSigned(url: string, known: KnownPlace): SignedParts | null {
  const parts = splitDeliveryUrl(url, known)
  if (!parts) return null
  const parameters = parts.query.slice(1).split('&').filter(Boolean)
  const value = (name: string) =>
    parameters
      .find((parameter) => parameter.startsWith(`${name}=`))
      ?.slice(name.length + 1)
  return {
    address: url.split(/[?#]/, 1)[0] ?? '',
    path: `/${parts.accountHash}/${encodeImageId(parts.imageId)}/${parts.leaf}`,
    query: parameters.filter((parameter) => !/^(?:exp|sig)=/.test(parameter)),
    expires: value('exp'),
    signature: value('sig'),
  }
}
