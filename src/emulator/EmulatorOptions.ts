import type { CloudflareHost, Fault } from '../api/Fault.ts'
import type { EmulatorLimits } from './EmulatorLimits.ts'
import type { Fidelity } from './Fidelity.ts'
import type { Store } from './Store.ts'
import type { Transformer } from './Transformer.ts'

/** What an emulated account is and how it behaves. */
export interface EmulatorOptions {
  /** The account's id; given, every other is refused with 5403. @default any */
  accountId?: string | undefined
  /** The hash in delivery URLs; given, every other is refused with 9427. @default any, answers have `Emulator_Account_Hash_` */
  accountHash?: string | undefined
  /**
   * The API token; given, every other is refused. Several, and what each may do, as
   * `{ 'token-1': 'write', 'token-2': 'read' }`.
   *
   * @default any
   */
  apiToken?: string | Readonly<Record<string, 'read' | 'write'>> | undefined
  /** What stands before the path in the URLs of an answer. @default the origin of the request */
  publicOrigin?: string | undefined
  /**
   * Pattern of friendly delivery paths, such as `/photos/{id}/{leaf}`: what a Transform Rule of a zone does. The usual
   * URLs are served as well.
   *
   * @default none
   */
  path?: string | undefined
  /** Whether options in delivery URLs are allowed, as the account's switch. @default false, or what the store remembers */
  flexibleVariants?: boolean | undefined
  /** Where images are kept. @default memoryStore() */
  store?: Store | undefined
  /** What decodes and changes pixels. @default none: delivery answers with the original and says so in `cf-emulator` */
  transformer?: Transformer | undefined
  /**
   * Fetches the pictures that are uploaded by `url`; redirects are left to the emulator. Every host that is not on the
   * open internet is refused by its spelling; `publicFetch` of `react-cloudflare-images/node` also looks at the
   * addresses that its name stands for.
   *
   * @default none: such uploads fail with 5454
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Hosts, with their port, that are fetched from although they are private: `['localhost:3000']`. @default none */
  privateHosts?: readonly string[] | undefined
  /** The time in Unix milliseconds, for expiry and order. @default Date.now */
  clock?: (() => number) | undefined
  /** Milliseconds before every answer, or before those of one host. @default 0 */
  latency?: number | Readonly<Partial<Record<CloudflareHost, number>>> | undefined
  /** Failures to show from the start. @default none */
  faults?: readonly Fault[] | undefined
  /**
   * Whether to be the closed beta of 2021: key and e-mail address only, ids in base64, URLs without a variant
   * (`/default/<id>`) that go by the device. For programs that were never changed.
   *
   * @default false
   */
  legacy?: boolean | undefined
  /** Limits other than Cloudflare's. */
  limits?: EmulatorLimits | undefined
  /** What Cloudflare does not document, chosen otherwise. */
  fidelity?: Fidelity | undefined
}
