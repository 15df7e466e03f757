import { isImagesError } from '../api/ImagesError.ts'
import { parseOptions } from './parseOptions.ts'
import { splitDeliveryUrl } from './splitDeliveryUrl.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'

/** What a delivery URL says. */
export interface ParsedDeliveryUrl {
  /** What stands before the hash; empty for a relative URL without `/cdn-cgi/imagedelivery`. */
  baseUrl: string
  /** The account's hash. */
  accountHash: string
  /** Pattern of friendly paths, where the URL follows one. */
  path?: string | undefined
  /** The image's id, decoded. */
  imageId: string
  /** Name of the variant, where the URL has one. */
  variant?: string | undefined
  /** Options, where the URL has them instead of a variant. */
  options?: TransformOptions | undefined
  /** When its signature expires, in Unix seconds. */
  expiresAt?: number | undefined
  /** Its signature. */
  signature?: string | undefined
}

/**
 * Reads a delivery URL: absolute, relative or on this machine, signed or not. Anything else is null.
 *
 * @example
 * ```ts
 * import { parseDeliveryUrl } from 'react-cloudflare-images/url'
 *
 * parseDeliveryUrl('https://imagedelivery.net/Vi7wi5KSItxGFsWRG2Us6Q/people/ada/public')?.imageId // 'people/ada'
 * ```
 */
export function parseDeliveryUrl(
  url: string,
  known?: KnownPlace,
): ParsedDeliveryUrl | null {
  const parts = splitDeliveryUrl(url, known)
  if (!parts) return null
  const { leaf, query, ...place } = parts
  try {
    const search = new URLSearchParams(query)
    const signature = search.get('sig')
    const expires = search.get('exp')
    return {
      ...place,
      ...(leaf.includes('=')
        ? { options: parseOptions(leaf) }
        : { variant: decodeURIComponent(leaf) }),
      ...(expires !== null && { expiresAt: Number(expires) }),
      ...(signature !== null && { signature }),
    }
  } catch (error) {
    if (isImagesError(error) || error instanceof URIError) return null
    throw error
  }
}
