import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createEmulator } from 'react-cloudflare-images/emulator'
import { serveEmulator, sharpTransformer } from 'react-cloudflare-images/node'
import { toNodeHandler } from 'react-cloudflare-images/server'
import { expect, onTestFinished, test } from 'vitest'
import { photograph } from '../support/pictures.ts'

const run = promisify(execFile)
const curl = async (...args: string[]): Promise<unknown> =>
  JSON.parse((await run('curl', ['--silent', ...args])).stdout)

test("the README's server, started as it stands, mints a URL that takes curl's photograph", async () => {
  const emulator = createEmulator({ transformer: sharpTransformer() })
  const cloudflare = await serveEmulator(emulator)
  Object.assign(process.env, emulator.env(cloudflare.origin))
  const { handler } = await import('../../stories/start/backend.ts')
  const backend = createServer(toNodeHandler(handler)).listen(0, '127.0.0.1')
  await new Promise((resolve) => backend.once('listening', resolve))
  const endpoint = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/api/images`
  const folder = await mkdtemp(join(tmpdir(), 'readme-'))
  const file = join(folder, 'coast.jpg')
  await writeFile(file, await photograph({ width: 60, height: 40 }))
  onTestFinished(async () => {
    backend.close()
    await cloudflare.close()
    await rm(folder, { recursive: true })
  })

  const json = ['--header', 'content-type: application/json']
  const fromHere = ['--header', 'sec-fetch-site: same-origin']
  const body = JSON.stringify({ filename: 'coast.jpg', type: 'image/jpeg', size: 1000 })
  const mint = await curl(...json, ...fromHere, '--data', body, endpoint)
  const { id, uploadURL } = mint as { id: string; uploadURL: string }
  await curl('--form', `file=@${file}`, uploadURL)

  expect(await curl(`${endpoint}/${id}`)).toMatchObject({ id, filename: 'coast.jpg' })
  expect(await curl(endpoint)).toMatchObject({ images: [{ id }] })
})
