// A backend as the README shows it, served by Bun or by Deno on a port of its own; says which.
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

const env = process.env
const handler = createImagesHandler({
  images: cloudflareApi({
    accountId: env['CLOUDFLARE_ACCOUNT_ID'] ?? '',
    apiToken: env['CLOUDFLARE_API_TOKEN'] ?? '',
    baseUrl: env['CLOUDFLARE_API_BASE_URL'],
  }),
  authorize: ({ headers }) => {
    const id = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
    return id === undefined ? null : { id }
  },
})
const address = { hostname: '127.0.0.1', port: 0 }
const serve = (/** @type {Request} */ request) => handler(request)

/** @type {{ Bun?: { serve: (o: object) => { port: number } }, Deno?: { serve: (o: object, serve: (request: Request) => Promise<Response>) => unknown } }} */
const { Bun, Deno } = Object(globalThis)
if (Bun) console.log(Bun.serve({ ...address, fetch: serve }).port)
const onListen = (/** @type {{ port: number }} */ { port }) => console.log(port)
if (Deno) Deno.serve({ ...address, onListen }, serve)
