import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, createServer, defaultClientConditions, preview } from 'vite'
import type { InlineConfig, Plugin } from 'vite'

/** What a page needs beside the library's source. */
export interface PageOptions {
  /** Beside that of React. @default none */
  plugins?: readonly Plugin[] | undefined
  /** Where paths lead that are not the page's. @default nowhere */
  proxy?: Readonly<Record<string, string>> | undefined
  /** Whether the page is built as for production, in place of being served as it stands. @default false */
  isBuilt?: boolean | undefined
  /** Folder of the page. @default `test/<name>/page` */
  folder?: string | undefined
}

/** A page that is served. */
export interface ServedPage {
  origin: string
  close: () => Promise<void>
}

/** Serves a page over the library's source, on a port of its own. */
export async function servePage(
  name: string,
  {
    plugins = [],
    proxy = {},
    isBuilt = false,
    folder = join(root, 'test', name, 'page'),
  }: PageOptions = {},
): Promise<ServedPage> {
  const cache = join(root, 'node_modules/.cache', name)
  const place = { host: '127.0.0.1', port: 0, proxy: { ...proxy } }
  const config: InlineConfig = {
    configFile: false,
    root: folder,
    cacheDir: join(cache, 'vite'),
    logLevel: 'warn',
    plugins: [react(), ...plugins],
    resolve: {
      conditions: ['react-cloudflare-images-source', ...defaultClientConditions],
    },
    build: { outDir: join(cache, 'page'), emptyOutDir: true },
    // Named, since what is found only while a page runs makes Vite load it anew.
    optimizeDeps: { include: packages },
    server: { ...place, hmr: false, watch: null, fs: { allow: [root] } },
    preview: place,
  }
  if (isBuilt) await build(config)
  const server = isBuilt
    ? await preview(config)
    : await (await createServer(config)).listen()
  const { port } = server.httpServer!.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const root = join(import.meta.dirname, '../..')

const packages = [
  'react',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'react-dropzone',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'thumbhash',
]
