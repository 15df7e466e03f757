import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RunOptions } from './run.ts'

/** How a server is started, and what is done while it runs. */
export interface ServedOptions<T> extends RunOptions {
  /** The command that serves on this port of localhost. */
  command: (port: string) => readonly string[]
  /** Is given the origin, without a slash at the end. */
  look: (origin: string) => Promise<T>
}

/** Starts a server on a free port, looks at it once it answers, and stops it whatever was seen. */
export async function whileServed<T>({
  command,
  look,
  cwd,
  env,
}: ServedOptions<T>): Promise<T> {
  const port = await freePort()
  const [program = '', ...args] = command(port)
  const child = spawn(program, args, { cwd, env: { ...process.env, ...env } })
  const ended = once(child, 'close')
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  try {
    const origin = `http://localhost:${port}`
    const until = Date.now() + 30_000
    while (!(await answers(origin))) {
      if (child.exitCode !== null || Date.now() > until) {
        throw new Error(`${args.join(' ')} does not serve ${origin}:\n${output}`)
      }
      await sleep(100)
    }
    return await look(origin)
  } finally {
    child.kill()
    await ended
  }
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? String(address.port) : '0'
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  )
