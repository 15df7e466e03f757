/**
 * Open for the app to say once which delivery it uses, so that variant names are checked everywhere.
 *
 * @example
 * ```ts
 * import { defineDelivery } from 'react-cloudflare-images'
 *
 * export const delivery = defineDelivery({
 *   accountHash: 'Vi7wi5KSItxGFsWRG2Us6Q',
 *   variants: { avatar: { width: 192, height: 192, fit: 'cover' } },
 * })
 *
 * declare module 'react-cloudflare-images' {
 *   interface Register {
 *     delivery: typeof delivery
 *   }
 * }
 * ```
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the app through declaration merging
export interface Register {}
