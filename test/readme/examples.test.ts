import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { blocksOf } from './blocksOf.ts'
import type { Block } from './blocksOf.ts'
import { complaintsOf } from './complaintsOf.ts'

const root = join(import.meta.dirname, '../..')
const blocks = blocksOf(readFileSync(join(root, 'README.md'), 'utf8'))

test('every block of the README and every example in a comment compiles as it stands', () => {
  const sources = new Map<string, string>()
  for (const [at, { language, code }] of blocks.entries()) {
    if (!/^tsx?$/.test(language)) continue
    sources.set(join(root, `stories/start/README ${at}.${language}`), code)
  }
  const examples = examplesOf(join(root, 'src'))
  for (const { file, language, code } of examples) {
    sources.set(join(root, 'stories/start', `${file} ${sources.size}.${language}`), code)
  }
  expect(sources.size - examples.length).toBeGreaterThan(8)
  expect(examples.length).toBeGreaterThan(8)
  expect(complaintsOf(sources)).toEqual([])
}, 90_000)

/** The fenced blocks in the comments of a folder's files. */
function examplesOf(folder: string): (Block & { file: string })[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      const file = relative(folder, path).replaceAll('/', ' ')
      const comments = readFileSync(path, 'utf8').match(/\/\*\*[\s\S]*?\*\//g) ?? []
      return comments
        .flatMap((comment) => blocksOf(comment.replaceAll(/^ *\* ?/gm, '')))
        .map((block) => ({ ...block, file }))
    })
}
