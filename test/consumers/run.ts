import { spawn } from 'node:child_process'

/** Where and with what a command runs. */
export interface RunOptions {
  /** Working directory. */
  cwd: string
  /** Variables over those of this process. */
  env?: Record<string, string> | undefined
}

/** Runs a command to its end and gives what it printed; rejects with the same where it fails. */
export function run(
  [command = '', ...args]: readonly string[],
  { cwd, env }: RunOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve(output)
      reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output}`))
    })
  })
}
