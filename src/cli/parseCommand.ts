import { parseArgs } from 'node:util'
import { ImagesError } from '../api/ImagesError.ts'

/** What the command does: serves the emulator, unless told otherwise. */
type Task = 'serve' | 'doctor' | 'pull' | 'push'

/** What the command line asks for. */
export interface Command {
  task: Task
  help: boolean
  port: number
  /** Directory of images; in memory without it. */
  dir?: string | undefined
  accountId?: string | undefined
  token?: string | undefined
  flexible: boolean
  /** Whether uploads by URL are fetched. */
  fetchUrls: boolean
  /** Module with the value of `defineDelivery`. */
  delivery?: string | undefined
  /** Whether `variants push` only says what it would do. */
  dryRun: boolean
  /** Program to run with the environment set, and its arguments. */
  program: readonly string[]
}

/** What `--help` prints. */
export const helpText = `Cloudflare Images on your own machine, for a backend in any language.

  react-cloudflare-images [options] [-- program arguments…]
  react-cloudflare-images doctor [--delivery <module>]
  react-cloudflare-images variants pull
  react-cloudflare-images variants push --delivery <module> [--dry-run]

  --port <number>      port to listen on, on loopback; 0 for any that is free (8787)
  --dir <path>         keep images in this directory (in memory)
  --account-id <id>    refuse every other account (any is taken)
  --token <token>      refuse every other API token (any is taken)
  --no-flexible        refuse options in delivery URLs, as a new account does
  --fetch-urls         fetch uploads by URL, from the open internet alone
  -- program …         run a program with the environment set, and end with its exit code
  --help               print this

doctor examines the account in CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN and names each fix; variants keeps those in
code and in the account the same. Both take the module that exports your delivery, made by defineDelivery.

Example: react-cloudflare-images --dir .images -- npm run dev
`

/**
 * Reads the command line.
 *
 * @throws `invalid-options` for what it does not know.
 */
export function parseCommand(argv: readonly string[]): Command {
  const end = argv.indexOf('--')
  const { values, positionals } = parse(end < 0 ? argv : argv.slice(0, end))
  const task = taskOf(positionals)
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
  if (task === 'push' && values.delivery === undefined) {
    throw new ImagesError(
      'invalid-options',
      'variants push needs --delivery, the module that exports your delivery.',
    )
  }
  return {
    task,
    help: values.help,
    port,
    dir: values.dir,
    accountId: values['account-id'],
    token: values.token,
    flexible: values.flexible,
    fetchUrls: values['fetch-urls'],
    delivery: values.delivery,
    dryRun: values['dry-run'],
    program: end < 0 ? [] : argv.slice(end + 1),
  }
}

const taskOf = (words: readonly string[]): Task => {
  const line = words.join(' ')
  const task = Object.hasOwn(tasks, line) ? tasks[line] : undefined
  if (task) return task
  throw new ImagesError('invalid-options', `Unexpected argument '${line}'.`)
}

const tasks: Record<string, Task> = {
  '': 'serve',
  doctor: 'doctor',
  'variants pull': 'pull',
  'variants push': 'push',
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        port: { type: 'string', short: 'p', default: '8787' },
        dir: { type: 'string' },
        'account-id': { type: 'string' },
        token: { type: 'string' },
        flexible: { type: 'boolean', default: true },
        'fetch-urls': { type: 'boolean', default: false },
        delivery: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    // Node's own words: "Unknown option '--prot'", "Option '--port <value>' argument missing".
    const words = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new ImagesError('invalid-options', `${words}.`, { cause })
  }
}
