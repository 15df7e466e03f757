import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

interface BuildForNodeOptions {
  preserveModules?: boolean
  condition?: 'node' | 'production'
}

/**
 * Makes one file of JavaScript of a source of ours, so that each start of it costs little; answers with its path.
 *
 * @param preserveModules - makes a file of each module, as they are published.
 * @param condition - by which the library's own imports are chosen.
 */
export async function buildForNode(
  source: string,
  name: string,
  { preserveModules = false, condition = 'node' }: BuildForNodeOptions = {},
): Promise<string> {
  const outDir = join(root, 'node_modules/.cache', name)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { resolve: { conditions: ['react-cloudflare-images-source', condition] } },
    build: {
      ssr: source,
      outDir,
      target: 'node20',
      rolldownOptions: { output: { preserveModules } },
    },
  })
  return join(outDir, basename(source).replace(/\.m?[jt]s$/, '.js'))
}
