import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blocksOf } from './blocksOf.ts'
import { fillReadme } from './fillReadme.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = blocksOf(readme)

test('the README shows files, options, calls and codes as they are; `npm run readme` writes them', async () => {
  expect(await fillReadme(readme)).toBe(readme)
})

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
