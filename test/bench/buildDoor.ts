import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Builds a door of the library as a server runs it in production, and gives its exports. */
export async function buildDoor<TDoor>(door: string): Promise<TDoor> {
  const outDir = join(root, 'node_modules/.cache/bench', door)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { resolve: { conditions: ['react-cloudflare-images-source', 'production'] } },
    build: { ssr: `src/${door}.ts`, outDir, target: 'node20' },
  })
  // The door's own types are those of its source.
  return (await import(pathToFileURL(join(outDir, `${door}.js`)).href)) as TDoor
}
