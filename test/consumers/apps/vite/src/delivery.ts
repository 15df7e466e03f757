/// <reference types="vite/client" />
import { defineDelivery } from 'react-cloudflare-images/url'

export const delivery = defineDelivery({
  accountHash: import.meta.env.VITE_ACCOUNT_HASH,
  baseUrl: import.meta.env.VITE_DELIVERY_URL,
  variants: {
    square: { width: 160, height: 160, fit: 'cover' },
    card: { width: 300, height: 300, fit: 'scale-down' },
  },
})
