import { limits } from '../api/limits.ts'
import type { Transformed } from './createTransformCache.ts'
import type { TransformPlan } from './Transformer.ts'

/** What the headers of a delivered picture depend on. */
export interface DeliveryHeadersOptions {
  plan: TransformPlan
  /** Headers of the request that it depends on, beside `accept`. */
  vary: readonly string[]
  /** Seconds that the variant or the account lets a browser keep it. @default two days */
  maxAge: number | undefined
  isPrivate: boolean
  /** Whether a success has the header `cf-resized`, too. */
  saysResized: boolean
  /** Seconds until a signed URL expires, where it does. */
  secondsLeft: number | undefined
}

/** The headers of a delivered picture, as a real answer of September 2026 had them. [obs] */
export function deliveryHeaders(
  picture: Transformed,
  options: DeliveryHeadersOptions,
): Headers {
  const headers = new Headers({
    'content-type': picture.type,
    'content-length': String(picture.bytes.length),
    'cache-control': cacheControl(options),
    vary: ['accept', ...options.vary].join(', '),
    etag: picture.etag,
    'content-security-policy':
      "default-src 'none'; navigate-to 'none'; form-action 'none'; img-src data:; style-src 'unsafe-inline';",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  })
  if (options.saysResized)
    headers.set('cf-resized', `internal=ok/m q=0 v=emulator l=${picture.bytes.length}`)
  const warning = warningOf(options.plan)
  if (warning) headers.set('warning', `cf-images 299 "${warning}"`)
  if (picture.approximate?.length) {
    headers.set('cf-emulator', `approximate=${picture.approximate.join(',')}`)
  }
  return headers
}

/** [doc browser-ttl]; private images follow their own expiry and an hour without one. [inf] */
const cacheControl = ({
  maxAge = limits.browserTtl.default,
  isPrivate,
  secondsLeft,
}: DeliveryHeadersOptions) =>
  isPrivate
    ? `private, max-age=${Math.max(0, Math.min(maxAge, secondsLeft ?? 3_600))}`
    : `public, max-age=${maxAge}, stale-while-revalidate=7200`

/** [obs] for `cover`; the other fits that need a box are worded alike. [inf] */
const warningOf = ({ fit, width, height }: TransformPlan) => {
  const needsBoth =
    fit === 'cover' ||
    fit === 'crop' ||
    fit === 'aspect-crop' ||
    fit === 'pad' ||
    fit === 'squeeze'
  if (!needsBoth || (width === undefined) === (height === undefined)) return undefined
  return `${fit} fit mode needs both width and height`
}
