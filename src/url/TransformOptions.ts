import type { optionTable } from './optionTable.ts'

/** A point of a picture in fractions of its width and height, from the top left corner. */
export interface Point {
  /** 0 is the left edge, 1 the right. */
  x: number
  /** 0 is the top edge, 1 the bottom. */
  y: number
}

/** What to cut from the edges: whole pixels, or fractions below 1 of the side. */
export interface Trim {
  top?: number | undefined
  right?: number | undefined
  bottom?: number | undefined
  left?: number | undefined
  /** Width of what stays; instead of `right`. */
  width?: number | undefined
  /** Height of what stays; instead of `bottom`. */
  height?: number | undefined
  /** Cuts a border by its colour. */
  border?: TrimBorder | undefined
}

/** A border to be cut. */
export interface TrimBorder {
  /** CSS colour of the border. @default the colour of the corner */
  color?: string | undefined
  /** How much the border may differ from its colour, 0 to 255. */
  tolerance?: number | undefined
  /** Pixels of the border to leave. */
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
export type AcceptedOptions = {
  -readonly [TName in keyof Table]?: ValueOf<Table[TName]> | undefined
}

/** Options that Cloudflare knows and hosted URLs do not accept. */
export interface ForeignOptions {
  /** Not in URLs: works in a Worker (`cf.image`) and through the Images binding. */
  border?: never
  /** Not in URLs: works in a Worker (`cf.image`) and through the Images binding. */
  draw?: never
  /** Not for hosted images: works for remote ones, see `transformUrl`. */
  onerror?: never
  /** Not in URLs: works in a Worker (`cf.image`). */
  'origin-auth'?: never
}

/**
 * How a picture is transformed: everything that a hosted URL accepts.
 *
 * @see https://developers.cloudflare.com/images/optimization/features/
 */
export interface TransformOptions extends AcceptedOptions, ForeignOptions {}
