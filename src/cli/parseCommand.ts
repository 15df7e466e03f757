import { parseArgs } from 'node:util'
import { ImagesError } from '../api/ImagesError.ts'

/** What the command line asks for. */
export interface Command {
  help: boolean
  port: number
  /** Directory of images; in memory without it. */
  dir?: string | undefined
  accountId?: string | undefined
  token?: string | undefined
  flexible: boolean
  /** Program to run with the environment set, and its arguments. */
  program: readonly string[]
}

/** What `--help` prints. */
export const helpText = `Cloudflare Images on your own machine, for a backend in any language.

  react-cloudflare-images [options] [-- program arguments…]

  --port <number>      port to listen on, on loopback; 0 for any that is free (8787)
  --dir <path>         keep images in this directory (in memory)
  --account-id <id>    refuse every other account (any is taken)
  --token <token>      refuse every other API token (any is taken)
  --no-flexible        refuse options in delivery URLs, as a new account does
  -- program …         run a program with the environment set, and end with its exit code
  --help               print this

Example: react-cloudflare-images --dir .images -- npm run dev
`

/**
 * Reads the command line.
 *
 * @throws `invalid-options` for what it does not know.
 */
export function parseCommand(argv: readonly string[]): Command {
  const end = argv.indexOf('--')
  const values = parse(end < 0 ? argv : argv.slice(0, end))
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new ImagesError(
      'invalid-options',
      `--port takes a number from 0 to 65535, not "${values.port}".`,
    )
  }
  if (end >= 0 && end === argv.length - 1) {
    throw new ImagesError(
      'invalid-options',
      'After -- comes the program to run, such as -- npm run dev.',
    )
  }
  return {
    help: values.help,
    port,
    dir: values.dir,
    accountId: values['account-id'],
    token: values.token,
    flexible: values.flexible,
    program: end < 0 ? [] : argv.slice(end + 1),
  }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        port: { type: 'string', short: 'p', default: '8787' },
        dir: { type: 'string' },
        'account-id': { type: 'string' },
        token: { type: 'string' },
        flexible: { type: 'boolean', default: true },
      },
    }).values
  } catch (cause) {
    // Node's own words: "Unknown option '--prot'", "Option '--port <value>' argument missing".
    const words = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new ImagesError('invalid-options', `${words}.`, { cause })
  }
}
