import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

export const { GET, POST, PATCH, DELETE, OPTIONS } = createImagesHandler({
  images: cloudflareApi({
    accountId: process.env.CLOUDFLARE_ACCOUNT_ID ?? '',
    apiToken: process.env.CLOUDFLARE_API_TOKEN ?? '',
    baseUrl: process.env.CLOUDFLARE_API_BASE_URL,
  }),
  authorize: () => ({ id: 'consumer' }),
})
