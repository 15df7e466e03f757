import { defineDelivery } from 'react-cloudflare-images'

/** The emulated account of these stories, and its named variants. */
export const delivery = defineDelivery({
  accountHash: 'Emulator_Account_Hash_',
  baseUrl: '/cdn-cgi/imagedelivery',
  variants: {
    avatar: { width: 96, height: 96, fit: 'cover' },
    avatar2x: { width: 192, height: 192, fit: 'cover' },
    thumb: { width: 320, height: 240, fit: 'cover' },
    card: { width: 640, fit: 'scale-down' },
    hero: { width: 1600, fit: 'scale-down' },
  },
})
