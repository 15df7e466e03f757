import { join } from 'node:path'
import { build } from 'vite'

/** One module of JavaScript for workerd, from a file in this folder. */
export async function bundleWorker(name: string): Promise<string> {
  const source = process.env['TEST_DIST'] ? [] : ['react-cloudflare-images-source']
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' }, // as wrangler does
    resolve: { conditions: [...source, 'workerd', 'worker', 'module', 'browser'] },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, name), formats: ['es'] },
      rolldownOptions: { external: [/^node:/], output: { codeSplitting: false } },
    },
  })
  const [first] = [output].flat()
  const [chunk] = first && 'output' in first ? first.output : []
  if (chunk?.type !== 'chunk') throw new Error(`${name} became no code.`)
  return chunk.code
}
