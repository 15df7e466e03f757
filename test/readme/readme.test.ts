import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { complaintsOf } from './complaintsOf.ts'
import { fillReadme } from './fillReadme.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = blocksOf(readme)

test('the README shows files, options, calls and codes as they are; `npm run readme` writes them', async () => {
  expect(await fillReadme(readme)).toBe(readme)
})

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

test('every command of the README exists', () => {
  const { scripts, bin, name } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as { name: string; scripts: Record<string, string>; bin: Record<string, string> }
  const own = ['ci', 'install', 'start', 'test']
  const lines = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.split(/\n|&&/))
    .map((line) => line.trim())
  const unknown = lines.filter((line) => {
    const [program, first, second] = line.split(/\s+/)
    if (line === '') return false
    if (program === 'npx') return !(first! in bin) || first !== name
    return (
      program !== 'npm' ||
      !(own.includes(first!) || (first === 'run' && second! in scripts))
    )
  })
  const mentioned = [...readme.matchAll(/`npm run ([\w:]+)/g)].map(
    ([, script]) => script!,
  )
  expect(unknown).toEqual([])
  expect(mentioned.filter((script) => !(script in scripts))).toEqual([])
})

interface Block {
  language: string
  code: string
}

/** The fenced blocks of a text of Markdown. */
function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({
    language: language!,
    code: code!,
  }))
}

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
