import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, Record<string, string>>
}
const door = exports['./server'] ?? {}

describe('the server’s door', () => {
  it('throws in a browser, and says where it belongs', async () => {
    const file = door['browser']?.replace('./dist', './src').replace(/\.js$/, '.ts') ?? ''
    await expect(import(join(root, file))).rejects.toThrow(/must not reach a browser/)
  })

  it('opens for every runtime that is a server, although bundlers for Workers say browser too', () => {
    const runtimes = ['node', 'workerd', 'worker', 'edge-light']
    const names = Object.keys(door)
    for (const runtime of runtimes) {
      expect(door[runtime]).toBe(door['default'])
      expect(names.indexOf(runtime)).toBeLessThan(names.indexOf('browser'))
    }
  })

  it('leaves nothing of itself in a page’s bundle, and no name of a token', async () => {
    const code = await bundle(['browser'])
    expect(code).toContain('must not reach a browser')
    expect(code).not.toMatch(/apiToken|client\/v4|authorization/i)
    expect(await bundle(['worker', 'browser'])).toContain('client/v4')
  })
})

/** A page or a Worker that imports the door, as a bundler with these conditions makes it. */
async function bundle(conditions: string[]): Promise<string> {
  const named = conditions.find((condition) => door[condition])
  const target = Object.entries(door).find(([name]) => conditions.includes(name))?.[1]
  expect(target).toBe(door[named ?? ''])
  const file = join(root, `${target}`.replace('./dist', './src').replace(/\.js$/, '.ts'))
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['react-cloudflare-images-source', 'module'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry.js' ? id : undefined),
        load: (id) =>
          id === 'entry.js'
            ? `import * as server from ${JSON.stringify(file)}; console.log(server)`
            : undefined,
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'entry.js' } },
  })
  const [first] = [output].flat()
  const chunks = first && 'output' in first ? first.output : []
  return chunks.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')
}
