import { once } from 'node:events'
import { createServer } from 'node:http'
import { createEmulator } from 'react-cloudflare-images/emulator'
import type { EmulatorEnv } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { fileOf, photograph } from '../support/pictures.ts'

/** What the apps talk to: an emulated Cloudflare and a backend, each on a port. */
export interface Cloud {
  /** Origin of the backend; its endpoint is `/api/images`. */
  backend: string
  /** The account, for apps with a backend of their own. */
  env: EmulatorEnv
  stop: () => Promise<void>
}

/** The token that no browser may ever see. */
export const apiToken = 'emulator-token'

/** Starts both, with the variants `square` and `card` and two pictures of 600 × 400: `photo`, and `listed`, which the user owns. */
export async function startCloud(): Promise<Cloud> {
  const emulator = createEmulator({
    apiToken,
    flexibleVariants: true,
    transformer: sharpTransformer(),
  })
  const photo = await photograph({ width: 600, height: 400 })
  await emulator.seed({
    images: [
      { id: 'photo', file: fileOf(photo, 'photo.jpg', 'image/jpeg') },
      {
        id: 'listed',
        creator: 'consumer',
        file: fileOf(photo, 'listed.jpg', 'image/jpeg'),
      },
    ],
    variants: {
      square: { width: 160, height: 160, fit: 'cover' },
      card: { width: 300, height: 300, fit: 'scale-down' },
    },
  })
  const { origin, close } = await serveEmulator(emulator)
  const env = emulator.env(origin)
  const images = cloudflareApi({
    accountId: env.CLOUDFLARE_ACCOUNT_ID,
    apiToken: env.CLOUDFLARE_API_TOKEN,
    baseUrl: env.CLOUDFLARE_API_BASE_URL,
  })
  const handler = createImagesHandler({ images, authorize: () => ({ id: 'consumer' }) })
  const server = createServer(toNodeHandler(handler)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    backend: `http://127.0.0.1:${port}`,
    env,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await close()
      await emulator.close()
    },
  }
}
