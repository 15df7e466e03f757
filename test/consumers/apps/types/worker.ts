import { createEmulator, memoryStore } from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

const images = cloudflareApi({ accountId: 'account', apiToken: 'token' })

const handler = createImagesHandler({
  images,
  authorize: (request) => (request.headers.has('cookie') ? { id: 'ada' } : null),
})

export const { GET, POST, PATCH, DELETE } = handler

export const answer: Promise<Response> = handler(
  new Request('https://example.com/api/images'),
)

export const emulator = createEmulator({ store: memoryStore(), flexibleVariants: true })

// @ts-expect-error a handler without anybody who decides
createImagesHandler({ images })
