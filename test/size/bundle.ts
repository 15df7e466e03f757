// Bundles what the size budgets name as Vite does for production: the code that a page loads at first into `initial`,
// what it loads when it is needed into `later`, what its workers load into `worker`.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import type { Rolldown } from 'vite'
import { entries } from './entries.ts'
import type { SizeEntry } from './entries.ts'

const cache = join(import.meta.dirname, '../../node_modules/.cache/size')
const peers = ['react', 'react-dom', '@tanstack/react-query', '@tanstack/react-virtual']

await rm(cache, { recursive: true, force: true })
for (const entry of entries) {
  const { name } = entry
  const built = await bundle(entry)
  const initial = reachedFrom(built.filter((file) => file.type === 'chunk'))
  for (const file of built) {
    const { type, fileName } = file
    const loaded = initial.has(fileName) ? 'initial' : 'later'
    const folder = join(cache, name, type === 'chunk' ? loaded : 'worker')
    await mkdir(folder, { recursive: true })
    const code = type === 'chunk' ? file.code : file.source
    await writeFile(join(folder, fileName.replaceAll('/', '-')), code)
  }
}

async function bundle({
  code,
  beside = [],
  condition,
}: SizeEntry): Promise<Rolldown.RolldownOutput['output']> {
  const outside = [...peers, ...beside]
  const conditions = [...(condition ? [condition] : []), ...defaultClientConditions]
  const id = 'virtual:entry'
  const built = (await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    resolve: { conditions },
    plugins: [
      {
        name: 'entry',
        resolveId: (source) =>
          source === id ? join(import.meta.dirname, id) : undefined,
        load: (file) => (file === join(import.meta.dirname, id) ? code : undefined),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: id,
        preserveEntrySignatures: 'allow-extension',
        external: (source) =>
          outside.some((peer) => source === peer || source.startsWith(`${peer}/`)),
      },
    },
  })) as Rolldown.RolldownOutput
  return built.output
}

/** The files of the entry and of all that it imports at once. */
function reachedFrom(chunks: readonly Rolldown.OutputChunk[]): Set<string> {
  const reached = new Set<string>()
  const visit = (fileName: string) => {
    if (reached.has(fileName)) return
    reached.add(fileName)
    chunks.find((chunk) => chunk.fileName === fileName)?.imports.forEach(visit)
  }
  chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => visit(fileName))
  return reached
}
