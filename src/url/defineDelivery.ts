import { isDevelopment } from '#development'
import { checkDelivery } from './checkDelivery.ts'
import type { Delivery, VariantDefinition } from './Delivery.ts'

/** What an account's delivery is made of. */
export interface DeliveryOptions<
  TVariant extends string = string,
  TFlexible extends boolean = boolean,
> {
  /** The account's hash, as it stands in every delivery URL; not the account's id. */
  accountHash: string
  /**
   * What stands before the hash. A custom domain is `https://example.com/cdn-cgi/imagedelivery`; it may be relative.
   *
   * @default 'https://imagedelivery.net', or '' (the page's own origin) where there is a `path`
   */
  baseUrl?: string | undefined
  /** The account's named variants, with what they do. `public` exists in every account. @default {} */
  variants?: Readonly<Record<TVariant, VariantDefinition>> | undefined
  /** Whether the account has flexible variants switched on; `false` makes options a type error. @default true */
  flexible?: TFlexible | undefined
  /**
   * Friendly paths that a Transform Rule of yours understands, such as `/photos/{id}/{leaf}`. `{id}`, `{leaf}` and
   * `{hash}` are whole segments; `{leaf}` is a variant's name or options.
   */
  path?: string | undefined
}

/**
 * Describes once where an account's images are delivered, and in which variants. The result is a plain value.
 *
 * @example
 * ```ts
 * import { defineDelivery } from 'react-cloudflare-images/url'
 *
 * export const delivery = defineDelivery({
 *   accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
 *   variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
 * })
 * ```
 * @see https://developers.cloudflare.com/images/optimization/hosted-images/serve-from-custom-domains/
 * @throws ImagesError `no-delivery`, in development, for a part that cannot stand in a URL.
 */
export function defineDelivery<
  const TVariant extends string = never,
  const TFlexible extends boolean = true,
>({
  accountHash,
  path,
  baseUrl = path === undefined ? 'https://imagedelivery.net' : '',
  variants,
  flexible,
}: DeliveryOptions<TVariant, TFlexible>): Delivery<TVariant | 'public', TFlexible> {
  const base = baseUrl.replace(/\/+$/, '')
  if (isDevelopment) checkDelivery({ accountHash, baseUrl: base, variants, path })
  return {
    accountHash,
    baseUrl: base,
    // The compiler cannot see that spreading a Record<TVariant, …> over `public` gives both.
    variants: { public: {}, ...variants } as Record<
      TVariant | 'public',
      VariantDefinition
    >,
    // `true` is the type parameter's own default, which the compiler does not tie to the value's.
    flexible: (flexible ?? true) as TFlexible,
    ...(path !== undefined && { path }),
  }
}
