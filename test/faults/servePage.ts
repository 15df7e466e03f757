import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer, defaultClientConditions } from 'vite'
import type { Plugin } from 'vite'

/** A change that breaks the library on purpose, to see whether anybody notices. */
export interface Sabotage {
  name: string
  /** End of the file's path. */
  file: string
  /** What is replaced; it has to be there. */
  from: string
  to: string
}

/** Serves the page over the library's source, or over a copy of it that was broken. */
export async function servePage(
  sabotage?: Sabotage,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const root = join(import.meta.dirname, '../..')
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    cacheDir: join(root, 'node_modules/.cache/faults/vite'),
    logLevel: 'warn',
    plugins: [react(), ...(sabotage ? [sabotaged(sabotage)] : [])],
    optimizeDeps: {
      include: [
        'react',
        'react-dom/client',
        'react/jsx-dev-runtime',
        'react-dropzone',
        '@tanstack/react-query',
      ],
    },
    resolve: {
      conditions: ['react-cloudflare-images-source', ...defaultClientConditions],
    },
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      watch: null,
      fs: { allow: [root] },
    },
  })
  await server.listen()
  const { port } = server.httpServer!.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}

const sabotaged = ({ name, file, from, to }: Sabotage): Plugin => ({
  name: 'sabotage',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.split('?')[0]!.endsWith(file)) return undefined
    if (!code.includes(from))
      throw new Error(`The sabotage “${name}” finds nothing to break in ${file}.`)
    return code.replace(from, to)
  },
})
