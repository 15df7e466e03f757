import { writeOptions } from './formatOptions.ts'
import type { TransformOptions } from './TransformOptions.ts'

/** What a URL for a remote image accepts: the same, and what to do where the image cannot be fetched. */
export interface RemoteTransformOptions extends Omit<TransformOptions, 'onerror'> {
  /** Redirects to the untransformed image where transforming fails. */
  onerror?: 'redirect' | undefined
}

/**
 * The URL of an image that is not hosted at Cloudflare Images, transformed by a zone of yours.
 *
 * @see https://developers.cloudflare.com/images/transform-images/transform-via-url/
 */
export function transformUrl(
  zoneOrigin: string,
  sourceUrl: string,
  { onerror, ...options }: RemoteTransformOptions,
): string {
  const text = [
    writeOptions({ format: 'auto', ...options }),
    onerror && `onerror=${onerror}`,
  ]
    .filter(Boolean)
    .join(',')
  return `${zoneOrigin}/cdn-cgi/image/${text}/${sourceUrl}`
}
