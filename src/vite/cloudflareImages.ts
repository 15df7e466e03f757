import { resolve } from 'node:path'
import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite'
import { createEmulator } from '../emulator/createEmulator.ts'
import type { Emulator } from '../emulator/Emulator.ts'
import { fileStore } from '../node/fileStore.ts'
import type { FetchLike, NodeListener } from '../node/nodeListener.ts'
import { sharpTransformer } from '../node/sharpTransformer.ts'
import type { CloudflareImagesOptions } from './CloudflareImagesOptions.ts'
import type { Backend } from './createBackend.ts'
import { loadModule } from './loadModule.ts'

/**
 * Puts an emulated Cloudflare Images and a backend on any Vite server: development, preview, Storybook, Vitest's
 * browser mode. Pages reach both on their own origin; nothing is added to what is built.
 *
 * Other plugins find the emulator under `api.emulator`.
 *
 * @example
 * ```ts
 * import { cloudflareImages } from 'react-cloudflare-images/vite'
 * import { defineConfig } from 'vite'
 *
 * export default defineConfig({ plugins: [cloudflareImages({ dir: '.images' })] })
 * ```
 */
export function cloudflareImages({
  dir,
  endpoint = '/api/images',
  backend,
  flexibleVariants = true,
  transformer = sharpTransformer(),
  store = dir === undefined ? undefined : fileStore(dir),
  ...options
}: CloudflareImagesOptions = {}): Plugin<{ readonly emulator: Emulator }> {
  const emulator = createEmulator({ ...options, flexibleVariants, transformer, store })
  const closing: (() => Promise<void>)[] = []

  const mount = (server: ViteDevServer | PreviewServer): void => {
    const { root, logger } = server.config
    if (endpoint !== false) {
      const basePath = endpoint.replace(/\/+$/, '')
      const load =
        backend === undefined ? undefined : loadModule(resolve(root, backend), server)
      // What only requests need is loaded by the first of them, so that a server starts at once.
      let backing: Promise<Backend> | undefined
      const start = async () =>
        (await import('./createBackend.ts')).createBackend({ emulator, basePath, load })
      const fetch: FetchLike = async (request) =>
        (await (backing ??= start())).fetch(request)
      closing.push(async () => (await backing)?.close())
      const spoken = speaking(fetch, (text) => logger.error(text))
      server.middlewares.use(middleware(within(basePath), spoken))
    }
    server.middlewares.use(
      middleware(ofCloudflare(emulator, options.legacy), (request) =>
        emulator.fetch(request),
      ),
    )
  }

  return {
    name: 'react-cloudflare-images',
    apply: 'serve',
    api: { emulator },
    configureServer: mount,
    configurePreviewServer: (server) => {
      mount(server)
      server.httpServer.once('close', () => void closeAll(closing))
    },
    closeBundle: async () => closeAll(closing),
  }
}

const closeAll = async (closing: (() => Promise<void>)[]): Promise<void> => {
  await Promise.all(closing.splice(0).map(async (close) => close()))
}

const within =
  (path: string) =>
  (pathname: string): boolean =>
    pathname === path || pathname.startsWith(`${path}/`)

/** Cloudflare's paths, all but those of the batch host, which an app may use for pictures of its own. */
const ofCloudflare = (
  { delivery }: Emulator,
  legacy = false,
): ((pathname: string) => boolean) => {
  const hash = `/${delivery.accountHash}/`
  const prefixes = ['/client/v4/', '/cdn-cgi/imagedelivery/', '/__emulator/', hash]
  if (legacy) prefixes.push('/default/')
  return (pathname) => prefixes.some((prefix) => pathname.startsWith(prefix))
}

const middleware = (
  takes: (pathname: string) => boolean,
  fetch: FetchLike,
): Connect.NextHandleFunction => {
  let loading: Promise<NodeListener> | undefined
  const load = async () => (await import('../node/nodeListener.ts')).nodeListener(fetch)
  return (request, response, next) => {
    const pathname = request.url?.split('?')[0] ?? '/'
    if (!takes(pathname)) return next()
    // Vite allows pages of every local port; Cloudflare says by itself who may read what.
    response.removeHeader('access-control-allow-origin')
    loading ??= load()
    void loading.then(async (listener) => listener(request, response))
  }
}

/** A backend that fails says so in the terminal and in the answer; only the emulator cuts connections, where it is told to. */
const speaking =
  (fetch: FetchLike, log: (text: string) => void): FetchLike =>
  async (request) => {
    try {
      return await fetch(request)
    } catch (error) {
      log(
        `The images backend failed. ${error instanceof Error ? error.stack : String(error)}`,
      )
      const message = 'The backend failed; the terminal of the Vite server says how.'
      return Response.json({ error: { code: 'server-error', message } }, { status: 500 })
    }
  }
