// Installs the packed library beside Bun and Deno, serves the handler in each, and plays the whole protocol on it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator } from 'react-cloudflare-images/node'
import { testImagesHandler } from 'react-cloudflare-images/server'
import { packLibrary } from '../consumers/packLibrary.ts'
import { run } from '../consumers/run.ts'

const runtimes = {
  bun: ['run', '--no-install', 'serve.mjs'],
  deno: ['run', '--allow-net', '--allow-env', '--allow-read', '--no-remote', 'serve.mjs'],
}

const place = await mkdtemp(join(tmpdir(), 'rci-runtimes-'))
const emulator = createEmulator()
const cloud = await serveEmulator(emulator)
let passed = 0
let failed = 0
try {
  for (const file of ['peers/package.json', 'serve.mjs']) {
    await cp(join(import.meta.dirname, file), join(place, basename(file)))
  }
  const quietly = ['--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline']
  // Without the peers that only pages need.
  const packed = [await packLibrary(place), '--legacy-peer-deps']
  await run(['npm', 'install', ...quietly, ...packed], { cwd: place })
  for (const [name, args] of Object.entries(runtimes)) {
    const outcome = await play(name, args).then(
      (count) => `${count} rules hold`,
      (error: Error) => error,
    )
    if (typeof outcome === 'string') passed++
    else failed++
    const isGood = typeof outcome === 'string'
    console.log(`${isGood ? '✓' : '✗'} ${name}: ${isGood ? outcome : outcome.message}`)
  }
} finally {
  await cloud.close()
  await rm(place, { recursive: true, force: true })
}
console.log(`runtimes: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

/** Serves in one runtime, and answers how many rules of the protocol held there. */
async function play(name: string, args: readonly string[]): Promise<number> {
  const bin = join(place, 'node_modules/.bin', name)
  const child = spawn(bin, args, {
    cwd: place,
    env: { ...process.env, ...emulator.env(cloud.origin) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += String(chunk)))
  try {
    const [port] = (await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'exit').then(() => Promise.reject(new Error(complaints))),
    ])) as [Buffer]
    const endpoint = `http://127.0.0.1:${String(port).trim()}/api/images`
    const held = await testImagesHandler(fetch, { endpoint, level: 'full' })
    return held.length
  } finally {
    child.kill()
  }
}
