// Runs every *.soak.ts beside it, or those that are named: `npm run soak -- upload`. Long stretches of good and hostile
// use; SOAK_SECONDS sets how long, 60 unless told.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SoakResult } from './SoakResult.ts'

let passed = 0
let failed = 0
const seconds = Number(process.env['SOAK_SECONDS'] ?? 60)
const wanted = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.soak.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
for (const name of names) {
  const module = (await import(join(import.meta.dirname, name))) as {
    soak: (seconds: number) => Promise<SoakResult[]>
  }
  for (const { title, holds, figures } of await module.soak(seconds)) {
    if (holds) passed++
    else failed++
    console.log(`${holds ? '✓' : '✗'} ${name}: ${title} (${figures})`)
  }
}
console.log(`soak: ${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
