import type { foreignOptions } from './foreignOptions.ts'
import type { optionTable } from './optionTable.ts'

/** A point of a picture in fractions of its width and height, from the top left corner. */
export interface Point {
  /** 0 is the left edge, 1 the right. */
  x: number
  /** 0 is the top edge, 1 the bottom. */
  y: number
}

/**
 * What to cut from the edges, before anything else: whole numbers are pixels, numbers below 1 a fraction of the side.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/#trim
 */
export interface Trim {
  /** What goes at the top. @default 0 */
  top?: number | undefined
  /** What goes on the right; not together with `width`. @default 0 */
  right?: number | undefined
  /** What goes at the bottom; not together with `height`. @default 0 */
  bottom?: number | undefined
  /** What goes on the left. @default 0 */
  left?: number | undefined
  /** Width of what stays. */
  width?: number | undefined
  /** Height of what stays. */
  height?: number | undefined
  /** Cuts a border of one colour, judged as its members say; the word `'border'` leaves the judgement to Cloudflare. */
  border?: TrimBorder | undefined
}

/** A border of one colour. */
export interface TrimBorder {
  /** CSS colour of the border. @default detected */
  color?: string | undefined
  /** How the colour has to match, 0 to 255. */
  tolerance?: number | undefined
  /** Pixels of the border to leave. @default 0 */
  keep?: number | undefined
}

type Table = typeof optionTable
type ValueOf<TRow> =
  | (TRow extends { words: readonly (infer TWord)[] } ? TWord : never)
  | (TRow extends { kind: 'choice'; values: readonly (infer TValue)[] } ? TValue : never)
  | (TRow extends { kind: 'integer' | 'number' } ? number : never)
  | (TRow extends { kind: 'integers' } ? readonly number[] : never)
  | (TRow extends { kind: 'color' } ? string : never)
  | (TRow extends { kind: 'point' } ? Point | `${number}x${number}` : never)
  | (TRow extends { kind: 'trim' } ? Trim | 'border' : never)

/** The options of a hosted URL, one for each row of the table of options. */
type AcceptedOptions = {
  -readonly [TName in keyof Table]?: ValueOf<Table[TName]> | undefined
}

/** Options that Cloudflare knows and hosted URLs do not accept: a type error, with the reason on hover. */
type ForeignOptions = { -readonly [TName in keyof typeof foreignOptions]?: never }

/**
 * How a picture is transformed: everything that a hosted URL accepts.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/
 */
export interface TransformOptions extends AcceptedOptions, ForeignOptions {}
