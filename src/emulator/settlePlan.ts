import type { Point, TransformOptions } from '../url/TransformOptions.ts'
import type { CompleteFidelity } from './Fidelity.ts'
import type { TransformPlan } from './Transformer.ts'

/** By what it is settled. */
export interface SettleOptions {
  /** Of the request. */
  headers: Headers
  lowGamma: CompleteFidelity['lowGamma']
}

/** A plan, and the headers of the request that it depends on. */
export interface SettledPlan {
  plan: TransformPlan
  /** Names for `Vary`, beside `accept`. */
  vary: readonly string[]
}

/**
 * Settles what depends on the browser that asks, and writes words as numbers, so that a plan says the same to every
 * transformer and is one key of the cache.
 */
export function settlePlan(
  options: TransformOptions,
  { headers, lowGamma }: SettleOptions,
): SettledPlan {
  const {
    width,
    wbreakpoints,
    wmobile,
    wdesktop,
    gravity,
    gamma,
    quality,
    'slow-connection-quality': slowQuality,
    format: _format,
    border: _border,
    draw: _draw,
    onerror: _onerror,
    'origin-auth': _originAuth,
    ...rest
  } = options
  const isSlow = slowQuality !== undefined && isSlowConnection(headers)
  const plan: TransformPlan = {
    ...rest,
    width:
      width === 'auto' ? autoWidth({ wbreakpoints, wmobile, wdesktop }, headers) : width,
    quality: numberOf(isSlow ? slowQuality : quality),
    gravity: gravity && pointOf(gravity),
    // What darkens by one reading lightens as much by the other.
    gamma: gamma && lowGamma === 'darkens' ? 1 / gamma : gamma,
  }
  return {
    plan: inOrder(plan),
    vary: [
      ...(width === 'auto' ? ['sec-ch-dpr', 'sec-ch-viewport-width', 'user-agent'] : []),
      ...(slowQuality === undefined ? [] : ['rtt', 'save-data', 'ect', 'downlink']),
    ],
  }
}

const numberOf = (quality: TransformOptions['quality']) =>
  typeof quality === 'string' ? qualityWords[quality] : quality

/** Whatever the order in the URL, one plan is written in one way. */
const inOrder = (plan: TransformPlan): TransformPlan =>
  Object.fromEntries(
    Object.entries(plan)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** Words for perceived quality. Their numbers are not documented. [?] */
const qualityWords = { high: 90, 'medium-high': 80, 'medium-low': 65, low: 50 }

/** Any one of the hints is enough. [features] */
const isSlowConnection = (headers: Headers) =>
  Number(headers.get('rtt') ?? 0) > 150 ||
  /\bon\b/i.test(headers.get('save-data') ?? '') ||
  /^(?:slow-2g|2g|3g)$/i.test(headers.get('ect') ?? '') ||
  Number(headers.get('downlink') ?? Number.POSITIVE_INFINITY) < 5

/** The smallest breakpoint that fills the window by client hints, else a width by user agent. [doc, 5.7] */
const autoWidth = (
  {
    wbreakpoints = [320, 768, 960, 1200],
    wmobile = 768,
    wdesktop = 1200,
  }: Pick<TransformOptions, 'wbreakpoints' | 'wmobile' | 'wdesktop'>,
  headers: Headers,
) => {
  const viewport = Number(
    headers.get('sec-ch-viewport-width') ?? headers.get('viewport-width'),
  )
  if (!(viewport > 0)) {
    return /Mobi|Android|iPhone/i.test(headers.get('user-agent') ?? '')
      ? wmobile
      : wdesktop
  }
  const needed = viewport * (Number(headers.get('sec-ch-dpr') ?? headers.get('dpr')) || 1)
  const widths = [...wbreakpoints].sort((a, b) => a - b)
  return widths.find((width) => width >= needed) ?? widths.at(-1) ?? wdesktop
}

type Gravity = Exclude<TransformPlan['gravity'], undefined>

const pointOf = (gravity: Exclude<TransformOptions['gravity'], undefined>): Gravity => {
  const match = typeof gravity === 'string' ? /^([\d.]+)x([\d.]+)$/.exec(gravity) : null
  return match
    ? ({ x: Number(match[1]), y: Number(match[2]) } satisfies Point)
    : (gravity as Gravity) // a word or a point
}
