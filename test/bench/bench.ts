// Runs every *.bench.ts beside it, or those that are named: `npm run bench -- emulator`. Each has a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const ending = '.bench.ts'
const wanted = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name))

let passed = 0
let failed = 0
for (const name of names) {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--conditions=react-cloudflare-images-source',
      '--import',
      'tsx',
      join(import.meta.dirname, name + ending),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += String(chunk)
    process.stdout.write(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  const [, good = '0', bad = '0'] =
    /: (\d+) passed, (\d+) failed\s*$/.exec(said.trimEnd()) ?? []
  passed += Number(good)
  // A file that ends without its last line has failed as a whole.
  failed += code !== 0 && bad === '0' ? 1 : Number(bad)
}
console.log(`bench: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && names.length > 0 ? 0 : 1
