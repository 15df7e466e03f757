/** How a picture takes its place in the page. */
export type Layout = 'constrained' | 'fixed' | 'fullWidth'

/** The width of the slot: CSS pixels, or CSS such as `'50vw'`, per minimal width of the viewport. */
export type SlotSizes = { readonly base: number | string } & {
  readonly [minWidth: number]: number | string
}

/** What is known of the slot that a picture fills. */
export interface SlotOptions {
  /** How the picture takes its place. @default 'constrained' */
  layout?: Layout | undefined
  /** Widest that the slot gets, in CSS pixels. */
  width?: number | undefined
  /** Widths of the slot by viewport, smallest viewport first. */
  sizes?: SlotSizes | undefined
  /** Width of the source in pixels: no candidate is wider. */
  maxWidth?: number | undefined
  /** Density beyond which more pixels are not worth their bytes. */
  maxDpr?: number | undefined
}
