import type { Emulator } from '../emulator/Emulator.ts'
import type { FetchLike } from '../node/nodeListener.ts'
import { serveEmulator } from '../node/serveEmulator.ts'
import type { EmulatorServer } from '../node/serveEmulator.ts'
import { cloudflareApi } from '../server/cloudflareApi.ts'
import { createImagesHandler } from '../server/createImagesHandler.ts'

/** What a backend is made of. */
export interface BackendOptions {
  emulator: Emulator
  basePath: string
  /** Loads the user's own module, anew where it was changed. @default a backend for demos */
  load?: (() => Promise<Record<string, unknown>>) | undefined
}

/** A backend on a Vite server. */
export interface Backend {
  readonly fetch: FetchLike
  readonly close: () => Promise<void>
}

/**
 * Makes the backend: the user's own module, or one for demos.
 *
 * Either calls Cloudflare's API, and the upload URL in the answer must be one that the page can reach: the address in
 * the browser, which behind a container, a tunnel or a certificate is not the one that Vite listens on. So calls are
 * answered as if they had come to the address of the page that asked last.
 */
export function createBackend({ emulator, basePath, load }: BackendOptions): Backend {
  let page = ''
  let listening: Promise<EmulatorServer> | undefined
  const asFromPage: FetchLike = async (request) => {
    const { pathname, search } = new URL(request.url)
    return emulator.fetch(new Request(`${page}${pathname}${search}`, request))
  }
  const demo = load ? undefined : demoBackend({ emulator, basePath }, asFromPage)

  const own = async (): Promise<unknown> => {
    listening ??= serveEmulator({ fetch: asFromPage })
    const { origin } = await listening
    const { CLOUDFLARE_IMAGES_BASE_URL } = emulator.env(page)
    Object.assign(process.env, emulator.env(origin), { CLOUDFLARE_IMAGES_BASE_URL })
    return (await load?.())?.['handler']
  }

  return {
    fetch: async (request) => {
      page = new URL(request.url).origin
      const handler = demo ?? (await own())
      if (typeof handler !== 'function') {
        throw new TypeError(
          'The module of the option `backend` exports no function named `handler`.',
        )
      }
      return (handler as FetchLike)(request) // what the option asks for
    },
    close: async () => {
      await (await listening)?.close()
      listening = undefined
    },
  }
}

const demoBackend = (
  { emulator, basePath }: BackendOptions,
  fetch: FetchLike,
): FetchLike => {
  const { CLOUDFLARE_ACCOUNT_ID, CLOUDFLARE_API_TOKEN } = emulator.env()
  const images = cloudflareApi({
    accountId: CLOUDFLARE_ACCOUNT_ID,
    apiToken: CLOUDFLARE_API_TOKEN,
    baseUrl: 'http://localhost/client/v4',
    fetch: async (input, init) => fetch(new Request(input, init)),
  })
  return createImagesHandler({ images, authorize: () => ({ id: 'demo' }), basePath })
}
