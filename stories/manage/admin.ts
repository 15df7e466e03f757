import { createImagesApi } from 'react-cloudflare-images'
import type { ImagesApi } from 'react-cloudflare-images'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

/**
 * The client of somebody who may do everything: the backend with `can`, which a real app runs on its server, works here
 * in the page, on the emulator beside it.
 */
export function adminApi(id = 'demo'): ImagesApi {
  const handler = createImagesHandler({
    images: cloudflareApi({
      accountId: 'emulated',
      apiToken: 'emulated',
      baseUrl: `${location.origin}/client/v4`,
    }),
    authorize: () => ({ id }),
    can: () => true,
  })
  return createImagesApi({
    endpoint: '/api/images',
    fetch: (input, init) =>
      handler(
        new Request(
          new URL(input instanceof Request ? input.url : input, location.origin),
          init,
        ),
      ),
  })
}
