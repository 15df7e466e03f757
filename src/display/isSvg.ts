import type { GivenSource } from './GivenSource.ts'

/**
 * Whether a picture is a drawing, by its name: Cloudflare delivers an SVG as it is, whatever the URL asks for.
 *
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export function isSvg({ id, image, src }: GivenSource): boolean {
  const name = image?.filename ?? image?.id ?? id ?? src?.split('/').at(-2)
  return /\.svg$/i.test(name ?? '')
}
