/** The candidates of a `srcset`. */
export interface Ladder {
  srcSet: string
  /** Their widths in pixels, from small to large. */
  widths: readonly number[]
}
