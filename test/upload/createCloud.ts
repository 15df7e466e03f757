import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createImagesApi } from 'react-cloudflare-images'
import type { ImagesApi } from 'react-cloudflare-images'
import { createEmulator } from 'react-cloudflare-images/emulator'
import type { Emulator } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'

/** An emulated Cloudflare and a backend before it, each on a port of its own: all bytes cross real sockets. */
export interface Cloud {
  emulator: Emulator
  endpoint: string
  api: ImagesApi
  /** Names of the files that are stored, oldest first. */
  stored: () => Promise<string[]>
  /** Lets time pass at Cloudflare. */
  pass: (milliseconds: number) => void
  close: () => Promise<void>
}

export async function createCloud(origin: string): Promise<Cloud> {
  let ahead = 0
  const emulator = createEmulator({ clock: () => Date.now() + ahead })
  const emulated = await serveEmulator(emulator)
  const images = cloudflareApi({
    accountId: 'account',
    apiToken: 'token',
    baseUrl: `${emulated.origin}/client/v4`,
  })
  const handler = createImagesHandler({
    images,
    authorize: () => ({ id: 'ada' }),
    trustedOrigins: [origin],
  })
  const backend = createServer(toNodeHandler(handler))
  await new Promise<void>((resolve) => {
    backend.listen(0, '127.0.0.1', resolve)
  })
  const { port } = backend.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}/api/images`
  return {
    emulator,
    endpoint,
    api: createImagesApi({ endpoint }),
    stored: async () => {
      const { images: all } = await images.list({ sort: 'oldest' })
      return all.map(({ filename }) => filename)
    },
    pass: (milliseconds) => {
      ahead += milliseconds
    },
    close: async () => {
      await emulated.close()
      backend.closeAllConnections()
      await new Promise((resolve) => {
        backend.close(resolve)
      })
    },
  }
}
