import { ImagesError } from '../api/ImagesError.ts'
import { requireOptions } from './requireOptions.ts'
import type { TransformOptions } from './TransformOptions.ts'
import { writeOptions } from './writeOptions.ts'

/** Options for images that are not hosted at Cloudflare Images: those of hosted ones, and one more. */
export interface RemoteTransformOptions extends Omit<TransformOptions, 'onerror'> {
  /** Shows the original where it cannot be transformed; only for originals on the zone's own domain. */
  onerror?: 'redirect' | undefined
}

/**
 * The URL by which a zone of yours transforms a remote image, one that is not hosted at Cloudflare Images.
 *
 * Unlike a hosted image, a remote one keeps its format without `format: 'auto'`, and every new transformation is billed.
 *
 * @param zoneOrigin - `https://` and a domain with transformations switched on, or `''` for the page's own.
 * @param sourceUrl - an absolute URL, or a path on that domain.
 * @example
 * ```ts
 * import { transformUrl } from 'react-cloudflare-images/url'
 *
 * transformUrl('https://example.com', 'https://photos.example.org/ada.jpg', { width: 400, format: 'auto' })
 * // 'https://example.com/cdn-cgi/image/width=400,format=auto/https://photos.example.org/ada.jpg'
 * ```
 * @see https://developers.cloudflare.com/images/transform-images/transform-via-url/
 * @throws ImagesError `invalid-options`; `invalid-request` for a source or a zone that is no http(s) URL.
 */
export function transformUrl(
  zoneOrigin: string,
  sourceUrl: string,
  options: RemoteTransformOptions,
): string {
  const { onerror, ...transform } = options
  requireOptions(transform)
  const written = [writeOptions(transform), onerror === 'redirect' && 'onerror=redirect']
  const leaf = written.filter(Boolean).join(',') || 'format=auto'
  return `${readZone(zoneOrigin)}/cdn-cgi/image/${leaf}/${readSource(sourceUrl)}`
}

function readZone(zoneOrigin: string): string {
  const zone = zoneOrigin.replace(/\/+$/, '')
  if (/^(?:(?:https?:)?\/\/[\w.:[\]-]+)?$/i.test(zone)) return zone
  throw new ImagesError(
    'invalid-request',
    `${JSON.stringify(zoneOrigin)} is no origin, so no URL can begin with it. Give https:// and a domain, or '' for the page's own.`,
  )
}

/** The source with spaces and the like encoded, and without what stays in the browser: the fragment. */
function readSource(sourceUrl: string): string {
  const isPath = /^\/(?![/\\])/.test(sourceUrl)
  if (isPath || /^https?:\/\//i.test(sourceUrl)) {
    try {
      const { origin, pathname, search } = new URL(sourceUrl, 'https://zone.invalid')
      return isPath ? pathname.slice(1) + search : origin + pathname + search
    } catch {
      // Not a URL at all: refused below, like one that no server can fetch.
    }
  }
  throw new ImagesError(
    'invalid-request',
    `${JSON.stringify(sourceUrl)} is nothing that Cloudflare can fetch. Give a URL that begins with https:// or http://, or a path that begins with /.`,
  )
}
