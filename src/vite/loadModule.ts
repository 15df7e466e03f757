import type { PreviewServer, ResolvedConfig, ViteDevServer } from 'vite'

/** Exports of a module of the user's. */
export type ModuleExports = Record<string, unknown>

/**
 * Makes what loads a module of the user's, TypeScript and all. A development server reads it anew when it was changed;
 * a preview has no loader of its own and reads it once, resolving as the app does.
 */
export function loadModule(
  file: string,
  server: ViteDevServer | PreviewServer,
): () => Promise<ModuleExports> {
  if ('ssrLoadModule' in server) return async () => server.ssrLoadModule(file)
  let loading: Promise<ModuleExports> | undefined
  return async () => (loading ??= loadOnce(file, server.config))
}

const loadOnce = async (file: string, config: ResolvedConfig): Promise<ModuleExports> => {
  const { createServer } = await import('vite')
  const { alias, conditions } = config.resolve
  const { optimizeDeps: _optimizeDeps, ...ssr } = config.ssr
  const server = await createServer({
    root: config.root,
    configFile: false,
    appType: 'custom',
    resolve: { alias, conditions },
    ssr,
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  try {
    return await server.ssrLoadModule(file)
  } finally {
    await server.close()
  }
}
