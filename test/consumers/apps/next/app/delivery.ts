import { defineDelivery } from 'react-cloudflare-images/url'

export const delivery = defineDelivery({
  accountHash: process.env.NEXT_PUBLIC_ACCOUNT_HASH ?? '',
  baseUrl: process.env.NEXT_PUBLIC_DELIVERY_URL,
  variants: {
    square: { width: 160, height: 160, fit: 'cover' },
    card: { width: 300, height: 300, fit: 'scale-down' },
  },
})
