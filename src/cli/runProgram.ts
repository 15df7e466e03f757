import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { ImagesError } from '../api/ImagesError.ts'

/** How a program is run. */
export interface RunProgramOptions {
  /** Added to this process's own environment. */
  env: Readonly<Record<string, string>>
  /** Aborts with the name of the signal that asks us to end; the program gets it too. */
  stop: AbortSignal
}

/**
 * Runs a program in this terminal and waits for its end.
 *
 * @returns its exit code, or 128 and the number of the signal that ended it, as a shell does
 * @throws `not-found` where there is no such program
 */
export async function runProgram(
  [program = '', ...args]: readonly string[],
  { env, stop }: RunProgramOptions,
): Promise<number> {
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32', // npm and npx are scripts there
  })
  stop.addEventListener('abort', () => pass(stop.reason as NodeJS.Signals, child))
  return new Promise((resolve, reject) => {
    child.once('error', (cause) =>
      reject(
        new ImagesError('not-found', `The program "${program}" could not be started.`, {
          cause,
        }),
      ),
    )
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    )
  })
}

/** A terminal sends Ctrl-C to the program itself; twice would be taken for impatience. */
const pass = (signal: NodeJS.Signals, child: ChildProcess): void => {
  if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
}
