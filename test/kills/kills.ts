// Kills a writer 200 times at random moments; whatever is listed afterwards must be whole.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileStore } from 'react-cloudflare-images/node'
import sharp from 'sharp'
import { buildForNode } from '../support/buildForNode.ts'

const rounds = 200
const directory = mkdtempSync(join(tmpdir(), 'kills-'))
const pictures = mkdtempSync(join(tmpdir(), 'kills-pictures-'))

const built = await buildForNode('test/kills/writer.ts', 'kills')

for (const [width, height] of [
  [1, 1],
  [90, 60],
  [400, 300],
  [800, 700],
] as const) {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const image = sharp({
    create: { width, height, channels: 3, background: 'grey', noise },
  })
  writeFileSync(
    join(pictures, `${width}x${height}.png`),
    await image.png({ compressionLevel: 0 }).toBuffer(),
  )
}

/** What is wrong with the store after a writer was killed. */
const complaints = async (): Promise<string[]> => {
  const store = fileStore(directory)
  const wrong: string[] = []
  await store.readAccount() // rejects where it is not whole
  for (const { id, file } of await store.list()) {
    const bytes = await store.readBytes(id)
    if (!bytes) {
      wrong.push(`${id} is listed and has no bytes`)
      continue
    }
    const { info } = await sharp(bytes, { failOn: 'warning' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    if (bytes.length !== file?.size || info.width !== file.width)
      wrong.push(`${id} has the bytes of another picture`)
  }
  return wrong
}

let passed = 0
let failed = 0
let listed = 0
let temporary = 0
for (let round = 0; round < rounds; round += 1) {
  const writer = spawn(process.execPath, [built, pictures, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  await once(writer.stdout, 'data')
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 120))
  writer.kill('SIGKILL')
  await once(writer, 'close')
  const wrong = await complaints().catch((error: unknown) => [String(error)])
  listed += (await fileStore(directory).list()).length
  temporary = readdirSync(join(directory, 'images')).filter((name) =>
    name.endsWith('.tmp'),
  ).length
  if (wrong.length === 0) passed += 1
  else failed += 1
  for (const text of wrong) console.log(`FAILED round ${round}: ${text}`)
}
await fileStore(directory).clear()
const left = readdirSync(join(directory, 'images'))
if (left.length === 0) passed += 1
else failed += 1
rmSync(directory, { recursive: true })
rmSync(pictures, { recursive: true })
console.log(
  `${listed} images decoded; ${temporary} temporary files lay about, and clear() left ${left.length}`,
)
console.log(`kills: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && listed > rounds ? 0 : 1
