// A Worker as the README shows it, for the conformance suite.
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

interface Env {
  CLOUDFLARE_ACCOUNT_ID: string
  CLOUDFLARE_API_TOKEN: string
  CLOUDFLARE_API_BASE_URL: string
}

export default {
  fetch: (request: Request, env: Env): Promise<Response> => {
    const images = cloudflareApi({
      accountId: env.CLOUDFLARE_ACCOUNT_ID,
      apiToken: env.CLOUDFLARE_API_TOKEN,
      baseUrl: env.CLOUDFLARE_API_BASE_URL,
    })
    const authorize = ({ headers }: Request) => {
      const id = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
      return id === undefined ? null : { id }
    }
    return createImagesHandler({ images, authorize })(request)
  },
}
