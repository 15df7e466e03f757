import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery, VariantDefinition } from './Delivery.ts'

/** What an account's delivery is made of. */
export interface DeliveryOptions<TVariant extends string, TFlexible extends boolean> {
  /** The account's hash, from the dashboard's "Developer Resources". */
  accountHash: string
  /**
   * What stands before the hash. A custom domain is `https://example.com/cdn-cgi/imagedelivery`.
   *
   * @default 'https://imagedelivery.net', and '' (this page's own origin) with `path`
   */
  baseUrl?: string | undefined
  /** The account's named variants. @default only `public` */
  variants?: Readonly<Record<TVariant, VariantDefinition>> | undefined
  /** Whether the account has flexible variants switched on. @default true */
  flexible?: TFlexible | undefined
  /** Pattern of friendly paths that a Transform Rule makes, such as `/photos/{id}/{leaf}`. */
  path?: string | undefined
}

/**
 * Describes once where an account's images are delivered, and in which variants.
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
 * @see https://developers.cloudflare.com/images/manage-images/serve-images/
 * @throws ImagesError `no-delivery` where the hash, a variant's name or the pattern cannot stand in a URL.
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
  if (!/^[\w-]+$/.test(accountHash)) {
    throw new ImagesError(
      'no-delivery',
      `The account hash ${JSON.stringify(accountHash)} is not one.`,
    )
  }
  return {
    accountHash,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    variants: { public: {}, ...variants } as Record<
      TVariant | 'public',
      VariantDefinition
    >,
    flexible: (flexible ?? true) as TFlexible,
    ...(path !== undefined && { path }),
  }
}
