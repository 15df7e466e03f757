import type { Source } from './readSource.ts'

/**
 * Whether a picture has no more than one URL: it is shown as it is, or it is a drawing, which Cloudflare delivers as it
 * is whatever the URL asks for.
 *
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export function hasOneUrl({ url, before, image, id }: Source): boolean {
  return !!url || /\.svg\/?$/i.test(`${image?.filename ?? id ?? before}`)
}
