import { createServer } from 'node:http'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { fileStore, serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import {
  cloudflareApi,
  createImagesHandler,
  toNodeHandler,
} from 'react-cloudflare-images/server'
import { cloudflareImages } from 'react-cloudflare-images/vite'
import { defineConfig } from 'vite'

const emulator = createEmulator({
  store: fileStore('.images'),
  transformer: sharpTransformer(),
})

export const { origin } = await serveEmulator(emulator, { port: 0 })

const handler = createImagesHandler({
  images: cloudflareApi({ accountId: 'account', apiToken: 'token', baseUrl: origin }),
  authorize: () => ({ id: 'ada' }),
})

createServer(toNodeHandler(handler)).listen(3000)

export default defineConfig({ plugins: [cloudflareImages({ endpoint: '/api/images' })] })
