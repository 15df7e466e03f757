import type { CloudflareHost } from '../api/Fault.ts'

/**
 * Which of Cloudflare's hosts a request is for: they have no path in common, so one origin can be all of them.
 *
 * Undefined where it is for none; `control` where it steers the emulator.
 */
export function hostOf(
  { method }: Pick<Request, 'method'>,
  pathname: string,
): CloudflareHost | 'control' | undefined {
  if (/^\/client\/v4(?:\/|$)/.test(pathname)) return 'api'
  if (/^\/images\/v[12](?:\/|$)/.test(pathname)) return 'batch'
  if (pathname.startsWith('/cdn-cgi/imagedelivery/')) return 'delivery'
  if (pathname.startsWith('/__emulator/')) return 'control'
  if (!/^\/[^/]+\/./.test(pathname)) return undefined
  return method === 'GET' || method === 'HEAD' ? 'delivery' : 'upload'
}
