import { isImagesError } from '../api/ImagesError.ts'
import { parseOptions } from './parseOptions.ts'
import { splitDeliveryUrl } from './splitDeliveryUrl.ts'
import type { KnownPlace } from './splitDeliveryUrl.ts'
import type { TransformOptions } from './TransformOptions.ts'

/** What a delivery URL says. */
export interface ParsedDeliveryUrl {
  /** What stands before the path: an origin, a custom domain's `…/cdn-cgi/imagedelivery`, or nothing. */
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
  /** Its signature, 64 hex digits. */
  signature?: string | undefined
}

/**
 * Reads a delivery URL: absolute, relative or on this machine, signed or not. Everything else is null, a URL with an
 * option that nobody knows included; `parseOptions` tells what is wrong with it.
 *
 * @param known - a delivery, or its `baseUrl` alone, whose URLs cannot be recognised by themselves: friendly paths, and
 * bases that are neither imagedelivery.net nor end in `/cdn-cgi/imagedelivery`.
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
  const leaf = parts && readLeaf(parts.leaf)
  if (!leaf) return null
  const { baseUrl, accountHash, path, imageId, query } = parts
  const search = new URLSearchParams(query)
  const expiresAt = search.get('exp')
  const signature = search.get('sig')
  return {
    baseUrl,
    accountHash,
    ...(path !== undefined && { path }),
    imageId,
    ...leaf,
    ...(expiresAt && /^\d{1,15}$/.test(expiresAt) && { expiresAt: Number(expiresAt) }),
    ...(signature && { signature }),
  }
}

function readLeaf(
  leaf: string,
): { options: TransformOptions } | { variant: string } | null {
  if (!leaf.includes('=')) return /^[\w-]+$/.test(leaf) ? { variant: leaf } : null
  try {
    return { options: parseOptions(leaf) }
  } catch (error) {
    if (isImagesError(error)) return null
    throw error
  }
}
