// Breaks every rule of the backend in a copy, one by one, and expects its tests to notice.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutations } from './mutations.ts'
import type { Mutation } from './mutations.ts'

const root = join(import.meta.dirname, '../..')
const config = `
  import { defaultServerConditions, defineConfig } from 'vite'
  const conditions = ['react-cloudflare-images-source', ...defaultServerConditions]
  export default defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { environment: 'node', testTimeout: 60_000, pool: 'forks', execArgv: ['--max-old-space-size=1024'], maxWorkers: 1, isolate: false },
  })
`

const wanted = process.argv.slice(2)
const isWanted = ({ rule }: Mutation) => wanted.some((words) => rule.includes(words))
const chosen = wanted.length > 0 ? mutations.filter(isWanted) : mutations
const files = [...new Set(chosen.map(({ test = 'threats' }) => test))]
const copies = await Promise.all([copy(), copy()])
let passed = 0
let failed = 0

const judge = (isAsExpected: boolean, text: string) => {
  if (isAsExpected) passed++
  else failed++
  console.log(`${isAsExpected ? '✓' : '✗'} ${text}`)
}

try {
  const green = await run(copies[0] ?? '', files)
  judge(green.isGreen, 'without a patch everything is green')
  if (!green.isGreen) console.log(green.output.slice(-3_000))
  const left = chosen.values()
  await Promise.all(
    copies.map(async (directory) => {
      for (const mutation of left) await tryOne(directory, mutation)
    }),
  )
} finally {
  for (const directory of copies) await rm(directory, { recursive: true })
}
console.log(`mutate: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function tryOne(
  directory: string,
  { rule, file, from, to, test = 'threats' }: Mutation,
) {
  const path = join(directory, 'src/server', file)
  const text = await readFile(path, 'utf8')
  if (text.split(from).length !== 2) {
    return judge(false, `${rule}: the patch of ${file} no longer applies`)
  }
  await writeFile(
    path,
    text.replace(from, () => to),
  )
  const { isGreen, output } = await run(directory, [test])
  await writeFile(path, text)
  const isRed = !isGreen && /Tests .*\d+ failed/.test(output)
  const noticed = isRed
    ? 'noticed'
    : isGreen
      ? `${test} did NOT notice`
      : 'the tests did NOT run'
  judge(isRed, `${rule}: ${noticed}`)
  if (!isRed && !isGreen) console.log(output.slice(-2_000))
}

async function copy(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'mutate-'))
  for (const name of ['src', 'test/server', 'test/support', 'package.json']) {
    await cp(join(root, name), join(directory, name), { recursive: true })
  }
  await symlink(join(root, 'node_modules'), join(directory, 'node_modules'))
  await writeFile(join(directory, 'vitest.config.mjs'), config)
  return directory
}

function run(directory: string, tests: readonly string[]) {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const paths = tests.map((test) => `test/server/${test}.test.ts`)
  const args = [
    vitest,
    'run',
    '--config',
    'vitest.config.mjs',
    '--root',
    directory,
    '--bail=1',
    ...paths,
  ]
  return new Promise<{ isGreen: boolean; output: string }>((resolve) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const limits = { timeout: 120_000, maxBuffer: 2 ** 26 }
    execFile(
      process.execPath,
      args,
      { cwd: directory, env, ...limits },
      (error, stdout, stderr) => {
        resolve({ isGreen: !error, output: stdout + stderr })
      },
    )
  })
}
