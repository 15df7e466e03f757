import { once } from 'node:events'
import { isImagesError } from '../api/ImagesError.ts'
import { createEmulator } from '../emulator/createEmulator.ts'
import { fileStore } from '../node/fileStore.ts'
import { loadSharp } from '../node/loadSharp.ts'
import { publicFetch } from '../node/publicFetch.ts'
import { serveEmulator } from '../node/serveEmulator.ts'
import { sharpTransformer } from '../node/sharpTransformer.ts'
import { connect } from './connect.ts'
import { doctor } from './doctor.ts'
import { introduce } from './introduce.ts'
import { loadDelivery } from './loadDelivery.ts'
import { helpText, parseCommand } from './parseCommand.ts'
import type { Command } from './parseCommand.ts'
import { pullVariants } from './pullVariants.ts'
import { pushVariants } from './pushVariants.ts'
import { runProgram } from './runProgram.ts'

/**
 * Runs the command `react-cloudflare-images`.
 *
 * @returns the exit code: that of the program where one was run, 1 where something failed, 2 where the command line was
 *   not understood.
 */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    const command = parseCommand(argv)
    if (!command.help) return await perform(command)
    process.stdout.write(helpText)
    return 0
  } catch (error) {
    if (!isImagesError(error)) throw error
    const hint = hints[error.code]
    process.stderr.write(
      `react-cloudflare-images: ${error.message}${hint ? ` ${hint}` : ''}\n`,
    )
    return error.code === 'invalid-options' ? 2 : 1
  }
}

const hints: Record<string, string> = {
  'invalid-options': 'See react-cloudflare-images --help.',
  conflict: 'For example: --port 0',
}

const perform = async (command: Command): Promise<number> => {
  switch (command.task) {
    case 'serve':
      return serve(command)
    case 'doctor': {
      const delivery = command.delivery && (await loadDelivery(command.delivery))
      const images = connect(process.env)
      const { text, isHealthy } = await doctor({
        images,
        env: process.env,
        ...(delivery && { delivery }),
      })
      process.stdout.write(text)
      return isHealthy ? 0 : 1
    }
    case 'pull':
      process.stdout.write(await pullVariants(connect(process.env)))
      return 0
    case 'push': {
      const delivery = await loadDelivery(command.delivery ?? '')
      const images = connect(process.env)
      process.stdout.write(
        await pushVariants(delivery, { images, dryRun: command.dryRun }),
      )
      return 0
    }
  }
}

const serve = async ({
  port,
  dir,
  accountId,
  token,
  flexible,
  fetchUrls,
  program,
}: Command): Promise<number> => {
  await loadSharp()
  const emulator = createEmulator({
    accountId,
    apiToken: token,
    flexibleVariants: flexible,
    transformer: sharpTransformer(),
    ...(fetchUrls && { fetch: publicFetch() }),
    ...(dir !== undefined && { store: fileStore(dir) }),
  })
  const server = await serveEmulator(emulator, { port })
  const env = emulator.env(server.origin)
  const stop = stopSignal()
  try {
    if (program.length > 0) {
      process.stderr.write(`Cloudflare Images, emulated on ${server.origin}\n`)
      return await runProgram(program, { env: { ...env }, stop })
    }
    process.stdout.write(introduce({ origin: server.origin, env, dir }))
    await once(stop, 'abort')
    return 0
  } finally {
    await emulator.close()
    await server.close()
  }
}

/** Aborts, with the signal's name as reason, when this process is asked to end. */
const stopSignal = (): AbortSignal => {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => stopping.abort(name))
  return stopping.signal
}
