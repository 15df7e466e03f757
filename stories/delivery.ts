import { defineDelivery } from 'react-cloudflare-images'
import { variants } from './variants.ts'

/** The emulated account of these stories. */
export const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: '/cdn-cgi/imagedelivery',
  variants,
})
