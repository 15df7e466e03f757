import type { TransformOptions } from './TransformOptions.ts'

/** How a named variant of the account resizes, as it is set up at Cloudflare. */
export interface VariantDefinition {
  /** Width in pixels; needed for a place in a `srcset`. */
  width?: number | undefined
  /** Height in pixels. */
  height?: number | undefined
  /** How the picture fills width × height. @default 'scale-down' */
  fit?: 'scale-down' | 'contain' | 'cover' | 'crop' | 'pad' | undefined
  /** What is kept of EXIF. @default 'copyright' */
  metadata?: 'keep' | 'copyright' | 'none' | undefined
  /** Radius of a blur, 0 to 250. */
  blur?: number | undefined
  /** Whether private images are served in it without a signature. @default false */
  neverRequireSignedURLs?: boolean | undefined
}

/**
 * Where and how an account's images are delivered: a plain value that survives JSON.
 *
 * The names of its variants and whether options are allowed are part of its type.
 */
export interface Delivery<
  TVariant extends string = string,
  TFlexible extends boolean = boolean,
> {
  /** The account's hash in delivery URLs; not the account's id. */
  readonly accountHash: string
  /** What stands before the hash, without a slash at the end. */
  readonly baseUrl: string
  /** The account's named variants; `public` is always among them. */
  readonly variants: Readonly<Record<TVariant, VariantDefinition>>
  /** Whether the account allows options in URLs. */
  readonly flexible: TFlexible
  /** Pattern of friendly paths after `baseUrl`, such as `/photos/{id}/{leaf}`. */
  readonly path?: string | undefined
}

/** The names of a delivery's variants. */
export type VariantName<TDelivery extends Delivery = Delivery> =
  TDelivery extends Delivery<infer TVariant> ? TVariant : never

/** The last part of a delivery's URLs: the name of a variant, or options where the account allows them. */
export type Leaf<TVariant extends string = string, TFlexible extends boolean = boolean> =
  | TVariant
  | (TFlexible extends false ? never : TransformOptions)
