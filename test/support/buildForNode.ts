import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Makes one file of JavaScript of a source of ours, so that each start of it costs little; answers with its path.
 *
 * @param preserveModules - makes a file of each module, as they are published.
 */
export async function buildForNode(
  source: string,
  name: string,
  { preserveModules = false }: { preserveModules?: boolean } = {},
): Promise<string> {
  const outDir = join(root, 'node_modules/.cache', name)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { resolve: { conditions: ['react-cloudflare-images-source', 'node'] } },
    build: {
      ssr: source,
      outDir,
      target: 'node20',
      rolldownOptions: { output: { preserveModules } },
    },
  })
  return join(outDir, basename(source).replace(/\.m?[jt]s$/, '.js'))
}
