import { isDevelopment } from '#development'
import { ImagesError } from '../api/ImagesError.ts'
import type { Delivery } from './Delivery.ts'

/** Refuses options where the account does not allow them. @throws ImagesError `flexible-variants-disabled`. */
export function requireFlexible(delivery: Delivery): void {
  if (delivery.flexible) return
  throw new ImagesError(
    'flexible-variants-disabled',
    isDevelopment
      ? 'This delivery has flexible: false, so its URLs carry no options: Cloudflare would answer 9429. Use a named variant, or switch on flexible variants for the account.'
      : '',
  )
}
