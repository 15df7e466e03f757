import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import type { Plugin } from 'vite'

const source = process.env['TEST_DIST'] ? [] : ['react-cloudflare-images-source']

/** The pages' JavaScript, as Vite makes it; `name` is a module of this folder. */
export async function bundlePages(
  mode: 'development' | 'production',
  { name = 'entry.tsx', plugins = [] }: { name?: string; plugins?: Plugin[] } = {},
): Promise<string> {
  // Vite goes by it, and not by its mode, where it is set: and Vitest sets it.
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = mode
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    mode,
    plugins,
    resolve: { conditions: [...source, ...defaultClientConditions] },
    build: {
      write: false,
      minify: mode === 'production',
      // One file, since only one is served.
      rolldownOptions: {
        input: join(import.meta.dirname, name),
        output: { codeSplitting: false },
      },
      modulePreload: { polyfill: false },
    },
  }).finally(() => {
    process.env['NODE_ENV'] = NODE_ENV
  })
  const [result] = [built].flat()
  if (!result || !('output' in result)) throw new Error('There is no bundle.')
  return result.output[0].code
}
