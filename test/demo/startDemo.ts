import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { acceptedTypes } from 'react-cloudflare-images'
import { userOf } from '../../stories/start/session.ts'
import { servePage } from '../support/servePage.ts'
import { places } from './checkDelivery.ts'

/** The demo's servers: the page on one origin, the emulator on another. */
export interface RunningDemo {
  /** Origin of the page, which also answers for the backend. */
  page: string
  /** Origin of the emulator. */
  emulator: string
  /** What delivery URLs begin with, before the hash. */
  delivery: string
  accountHash: string
  /** Bytes that the emulator keeps of an image, by its own API. */
  storedBytes: (id: string) => Promise<number>
  close: () => Promise<void>
}

/** Starts emulator, backend and page on free ports. */
export async function startDemo(): Promise<RunningDemo> {
  const emulator = createEmulator({
    transformer: sharpTransformer(),
    flexibleVariants: true,
  })
  const served = await serveEmulator(emulator, { port: 0 })
  const env = emulator.env(served.origin)
  const images = cloudflareApi({
    accountId: env.CLOUDFLARE_ACCOUNT_ID,
    apiToken: env.CLOUDFLARE_API_TOKEN,
    baseUrl: env.CLOUDFLARE_API_BASE_URL,
  })
  // A backend takes no SVG unless told.
  const handler = createImagesHandler({
    images,
    authorize: userOf,
    accept: Object.keys(acceptedTypes),
  })
  const backend = createHttpServer(toNodeHandler(handler)).listen(0, '127.0.0.1')
  await new Promise((resolve) => backend.once('listening', resolve))
  const { port } = backend.address() as AddressInfo
  const proxy = { '/api/images': `http://127.0.0.1:${port}` }
  const page = await servePage('demo', { proxy })
  for (const { leaf, box } of places) {
    if (!leaf.includes('=')) await images.variants.create({ id: leaf, options: box })
  }
  return {
    page: page.origin,
    emulator: served.origin,
    delivery: env.CLOUDFLARE_IMAGES_BASE_URL,
    accountHash: env.CLOUDFLARE_IMAGES_ACCOUNT_HASH,
    storedBytes: async (id) => {
      const { CLOUDFLARE_API_BASE_URL: api, CLOUDFLARE_ACCOUNT_ID: account } = env
      const answer = await fetch(`${api}/accounts/${account}/images/v1/${id}/blob`, {
        headers: { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}` },
      })
      return (await answer.arrayBuffer()).byteLength
    },
    close: async () => {
      await page.close()
      backend.closeAllConnections()
      backend.close()
      await served.close()
    },
  }
}
