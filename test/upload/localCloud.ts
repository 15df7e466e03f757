import { createImagesApi } from 'react-cloudflare-images'
import type { ImagesApi, UploadOptions } from 'react-cloudflare-images'
import {
  createEmulator,
  emulatorTransport,
  memoryStore,
} from 'react-cloudflare-images/emulator'
import type { Store } from 'react-cloudflare-images/emulator'
import { cloudflareApi, createImagesHandler } from 'react-cloudflare-images/server'

/** A Cloudflare and a backend in this process, and what it has stored. */
export interface LocalCloud {
  api: ImagesApi
  store: Store
  transport: NonNullable<UploadOptions['transport']>
}

export function createLocalCloud(): LocalCloud {
  const store = memoryStore()
  const emulator = createEmulator({ store })
  const images = cloudflareApi({
    accountId: 'a',
    apiToken: 't',
    baseUrl: 'http://cloud/client/v4',
    fetch: async (url, init) => emulator.fetch(new Request(url, init)),
  })
  const handler = createImagesHandler({ images, authorize: () => ({ id: 'ada' }) })
  const api = createImagesApi({
    endpoint: 'http://app/api/images',
    fetch: async (url, init) => handler(new Request(url, init)),
  })
  return { api, store, transport: emulatorTransport(emulator) }
}
