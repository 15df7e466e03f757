/** How a picture takes its place: as wide as given, at most as wide as given, or as wide as its container. */
export type Layout = 'constrained' | 'fixed' | 'fullWidth'

/** A width in the page: a number of CSS pixels, or a CSS length such as `'50vw'` or `'calc(100vw - 32px)'`. */
export type SlotSize = number | string

/**
 * Widths of a slot by viewport: `base`, and from each minimal viewport width (a key, in pixels) on another one.
 *
 * @example
 * ```ts
 * import { sizesAttribute } from 'react-cloudflare-images/url'
 *
 * sizesAttribute({ sizes: { base: '100vw', 640: 608, 1024: 604 } })
 * // '(min-width: 1024px) 604px, (min-width: 640px) 608px, 100vw'
 * ```
 */
export interface SlotSizes {
  /** The width on the smallest viewports. */
  readonly base: SlotSize
  readonly [minWidth: number]: SlotSize
}

/** What is known of the slot that a picture fills. */
export interface SlotOptions {
  /** How the picture takes its place. @default 'constrained' */
  layout?: Layout | undefined
  /** Width of the slot in CSS pixels, the largest where it is constrained. @default maxWidth */
  width?: number | undefined
  /** Widths of the slot by viewport; replaces what `layout` and `width` say about it. */
  sizes?: SlotSizes | undefined
  /** Width of the source in pixels: no candidate is wider. */
  maxWidth?: number | undefined
  /** Pixels per CSS pixel beyond which a sharper picture is not worth its bytes. @default 2 for the ladder, no limit for `sizes` */
  maxDpr?: number | undefined
}
