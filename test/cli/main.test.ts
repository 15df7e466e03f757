import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { buildForNode } from '../support/buildForNode.ts'
import { photograph } from '../support/pictures.ts'

vi.setConfig({ testTimeout: 30_000 })

const root = join(import.meta.dirname, '../..')
let main = join(root, 'dist/cli/main.js')
beforeAll(async () => {
  if (process.env['TEST_DIST']) return
  main = await buildForNode('src/cli/main.ts', 'cli-test')
})

const running = new Set<ChildProcess>()
const directory = mkdtempSync(join(tmpdir(), 'cli-'))
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  for (const name of readdirSync(directory))
    rmSync(join(directory, name), { recursive: true })
})

/** The command as a user starts it, and everything it said. */
const start = (
  args: readonly string[],
  options: { node?: string[]; env?: Record<string, string>; cwd?: string } = {},
) => {
  const child = spawn(process.execPath, [...(options.node ?? []), main, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.err += chunk))
  const ended = once(child, 'close').then(([code]) => code as number)
  return { child, said, ended }
}

/** Waits for the address, which is printed once the port answers. */
const originOf = async ({ said, ended }: ReturnType<typeof start>) => {
  let over = false
  void ended.then(() => (over = true))
  await expect
    .poll(() => over || /http:\/\/\S+/.test(said.out + said.err), { timeout: 20_000 })
    .toBe(true)
  return /http:\/\/[\d.]+:\d+/.exec(said.out + said.err)?.[0] ?? ''
}

const sh = async (script: string) => {
  const child = spawn('bash', ['-euc', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const text = (await child.stdout.toArray()).join('')
  return text
}

test('prints the address and an environment with which curl uploads and fetches', async () => {
  const photo = join(directory, 'photo.jpg')
  writeFileSync(photo, await photograph({ width: 800, height: 600 }))
  const command = start(['--port', '0'])
  const origin = await originOf(command)
  const { out } = command.said
  expect(out).toContain(`Cloudflare Images, emulated on ${origin}`)
  for (const word of ['curl:', 'Node:', 'Python:', 'in memory'])
    expect(out).toContain(word)

  // The lines are taken from what was printed, as a user would copy them.
  const exports = out.split('\n').filter((line) => line.startsWith('  export '))
  const [post, get] = out
    .split('curl:\n')[1]!
    .split('\n\n')[0]!
    .replaceAll('\\\n', ' ')
    .split('\n') as [string, string]
  const script = (line: string) => `${exports.join('\n')}\n${line}`
  const answer = await sh(
    script(post.replace('photo.jpg', photo).replace('curl', 'curl -s')),
  )
  const { success, result } = JSON.parse(answer) as {
    success: boolean
    result: { id: string }
  }
  expect(success).toBe(true)
  const small = join(directory, 'small.jpg')
  await sh(
    script(
      get
        .replace('small.jpg', small)
        .replace('IMAGE_ID', result.id)
        .replace('curl', 'curl -sf'),
    ),
  )
  const { default: sharp } = await import('sharp')
  expect((await sharp(small).metadata()).width).toBe(400)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it cleanly, with what is in hand',
  async (signal) => {
    const command = start(['--port', '0', '--dir', join(directory, 'images')])
    const origin = await originOf(command)
    expect((await fetch(`${origin}/client/v4/accounts/a/images/v2`)).status).toBe(401)
    command.child.kill(signal)
    expect(await command.ended).toBe(0)
    expect(command.said.err).toBe('')
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
  },
)

test('runs a program with the environment set, and ends with its exit code', async () => {
  const script = `
    const { CLOUDFLARE_API_BASE_URL: base, CLOUDFLARE_ACCOUNT_ID: id, CLOUDFLARE_API_TOKEN: token } = process.env
    const answer = await fetch(\`\${base}/accounts/\${id}/images/v1/stats\`, { headers: { authorization: \`Bearer \${token}\` } })
    console.log(JSON.stringify([id, token, (await answer.json()).success, process.argv.slice(1)]))
    process.exitCode = 7`
  const args = ['--port', '0', '--account-id', 'acc', '--token', 'tok', '--']
  const program = [
    process.execPath,
    '--input-type=module',
    '-e',
    script,
    '--',
    '--port',
    'x y',
  ]
  const { ended, said } = start([...args, ...program])
  expect(await ended).toBe(7)
  expect(JSON.parse(said.out)).toEqual(['acc', 'tok', true, ['--port', 'x y']])
})

test('passes a signal on to the program, and tells how it ended', async () => {
  const wait = 'console.log("ready"); setInterval(() => {}, 1000)'
  const command = start(['--port', '0', '--', process.execPath, '-e', wait])
  await expect.poll(() => command.said.out, { timeout: 20_000 }).toContain('ready')
  command.child.kill('SIGTERM')
  expect(await command.ended).toBe(128 + 15)
})

test('says which program cannot be started', async () => {
  const { ended, said } = start(['--port', '0', '--', 'no-such-program'])
  expect(await ended).toBe(1)
  expect(said.err).toContain('The program "no-such-program" could not be started.')
})

test('only the given account and token are taken, and flexible variants can be off', async () => {
  const command = start([
    '--port',
    '0',
    '--account-id',
    'acc',
    '--token',
    'tok',
    '--no-flexible',
  ])
  const origin = await originOf(command)
  const config = async (account: string, token: string) =>
    fetch(`${origin}/client/v4/accounts/${account}/images/v1/config`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    })
  const answer = (await (await config('acc', 'tok')).json()) as { result: unknown }
  expect(answer.result).toMatchObject({ flexible_variants: false })
  expect((await config('acc', 'other')).ok).toBe(false)
  expect((await config('other', 'tok')).ok).toBe(false)
})

test('images in a directory are there again after a restart', async () => {
  const dir = join(directory, 'images')
  const headers = { authorization: 'Bearer any' }
  const first = start(['--port', '0', '--dir', dir])
  const body = new FormData()
  body.set('file', new File([await photograph()], 'a.jpg', { type: 'image/jpeg' }))
  const url = (origin: string) => `${origin}/client/v4/accounts/any/images/v1`
  const uploaded = await fetch(url(await originOf(first)), {
    method: 'POST',
    headers,
    body,
  })
  const { result } = (await uploaded.json()) as { result: { id: string } }
  first.child.kill('SIGTERM')
  await first.ended
  const origin = await originOf(start(['--port', '0', '--dir', dir]))
  expect((await fetch(`${url(origin)}/${result.id}`, { headers })).status).toBe(200)
})

test('says which port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const { ended, said } = start(['--port', String(port)])
  expect(await ended).toBe(1)
  expect(said.err).toContain(`Port ${port} is taken`)
  expect(said.err).toContain('--port 0')
  server.close()
})

test('says how to install sharp where it is missing, and finds it once that was done', async () => {
  // The module hook stands for a node_modules without sharp.
  const hook = join(directory, 'hook.mjs')
  writeFileSync(
    hook,
    `export const resolve = (name, context, next) => {
      if (name === 'sharp') throw Object.assign(new Error('none'), { code: 'ERR_MODULE_NOT_FOUND' })
      return next(name, context)
    }`,
  )
  const register = join(directory, 'register.mjs')
  writeFileSync(
    register,
    `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(hook))})`,
  )
  const node = ['--import', pathToFileURL(register).href]
  const { ended, said } = start(['--port', '0'], { node, cwd: directory })
  expect(await ended).toBe(1)
  expect(said.err).toContain('npm install --save-dev sharp')
  expect(said.err.trim().split('\n')).toHaveLength(1)
  // As that command leaves the directory; the command itself still runs from elsewhere, as `npx` makes it.
  mkdirSync(join(directory, 'node_modules'))
  symlinkSync(
    join(root, 'node_modules/sharp'),
    join(directory, 'node_modules/sharp'),
    'junction',
  )
  const origin = await originOf(start(['--port', '0'], { node, cwd: directory }))
  expect((await fetch(`${origin}/client/v4/accounts/a/images/v2`)).status).toBe(401)
})

test('doctor examines the account of the environment, and its exit code says how it is', async () => {
  const origin = await originOf(start(['--port', '0', '--token', 'right']))
  const environment = (token: string) => ({
    CLOUDFLARE_ACCOUNT_ID: 'a',
    CLOUDFLARE_API_TOKEN: token,
    CLOUDFLARE_API_BASE_URL: `${origin}/client/v4`,
  })
  const healthy = start(['doctor'], { env: environment('right') })
  expect(await healthy.ended).toBe(0)
  expect(healthy.said.out).toContain('ok    the token writes')
  const ill = start(['doctor'], { env: environment('wrong') })
  expect(await ill.ended).toBe(1)
  expect(ill.said.out).toContain('WRONG the account cannot be read')
  const nobody = start(['variants', 'pull'], { env: { CLOUDFLARE_ACCOUNT_ID: '' } })
  expect(await nobody.ended).toBe(1)
  expect(nobody.said.err).toContain('CLOUDFLARE_ACCOUNT_ID')
})

test('what is not understood is told in one line', async () => {
  const { ended, said } = start(['--prot', '1'])
  expect(await ended).toBe(2)
  expect(said.err).toBe(
    "react-cloudflare-images: Unknown option '--prot'. See react-cloudflare-images --help.\n",
  )
})

test('--help names every option', async () => {
  const { ended, said } = start(['--help'])
  expect(await ended).toBe(0)
  for (const option of [
    '--port',
    '--dir',
    '--account-id',
    '--token',
    '--no-flexible',
    '-- program',
  ]) {
    expect(said.out).toContain(option)
  }
})
