import { createImagesApi } from 'react-cloudflare-images'
import type { ImagesApi } from 'react-cloudflare-images'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

export const handler = createImagesHandler({
  images: cloudflareApi({
    accountId: process.env.CLOUDFLARE_ACCOUNT_ID ?? '',
    apiToken: process.env.CLOUDFLARE_API_TOKEN ?? '',
    baseUrl: process.env.CLOUDFLARE_API_BASE_URL,
  }),
  authorize: () => ({ id: 'consumer' }),
})

/** The same calls as the browser's, by the same endpoint, without a way over the network. */
export function apiOf(request: Request, wait = 0): ImagesApi {
  return createImagesApi({
    fetch: async (input, init) => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return handler(new Request(new URL(String(input), request.url), init))
    },
  })
}
