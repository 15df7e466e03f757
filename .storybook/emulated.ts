import { join } from 'node:path'
import { createServer, defaultServerConditions } from 'vite'
import type { Plugin } from 'vite'
import type { cloudflareImages } from 'react-cloudflare-images/vite'
import { variants } from '../stories/variants.ts'
import { paint, samples } from './samples.ts'
import { seedOf } from './seedOf.ts'

/**
 * Puts the emulator, with the samples in it, and the backend that the README shows on a Vite server: Storybook's own,
 * or those of the tests. All servers of one process share one emulator.
 */
export function emulated(): Plugin {
  return {
    name: 'emulated',
    apply: 'serve',
    configureServer: async (server) => {
      shared ??= createPlugin()
      const { configureServer } = (await shared).plugin
      if (typeof configureServer !== 'function')
        throw new Error('There is nothing to mount.')
      await configureServer.call({} as never, server) // it makes no use of Rollup's context
    },
    closeBundle: async () => (await shared)?.close(),
  }
}

let shared: ReturnType<typeof createPlugin> | undefined

/** Our own plugin, loaded by Vite itself, so that it runs from source, or from `dist` where that is tested. */
async function createPlugin() {
  const conditions = process.env['TEST_DIST'] ? [] : ['react-cloudflare-images-source']
  const loader = await createServer({
    root: join(import.meta.dirname, '..'),
    configFile: false,
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    ssr: { resolve: { conditions: [...conditions, ...defaultServerConditions] } },
  })
  const door = await loader.ssrLoadModule('react-cloudflare-images/vite')
  const plugin = (door['cloudflareImages'] as typeof cloudflareImages)({
    backend: './stories/start/backend.ts',
  })
  await plugin.api?.emulator.seed({ variants, images: await seeds() })
  const close = async () => {
    if (typeof plugin.closeBundle === 'function')
      await plugin.closeBundle.call({} as never)
    await loader.close()
  }
  return { plugin, close }
}

/** The samples as uploads of the user `demo`; the last is the newest, and stands first in a list. */
const seeds = () =>
  Promise.all(
    samples
      .toReversed()
      .map(async (sample) => ({ ...seedOf(sample), file: await paint(sample) })),
  )
