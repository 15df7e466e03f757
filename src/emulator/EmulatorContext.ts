import type { Account } from './createAccount.ts'
import type { Lock } from './createLock.ts'
import type { TransformCache } from './createTransformCache.ts'
import type { CompleteLimits } from './EmulatorLimits.ts'
import type { RateLimit } from './createRateLimit.ts'
import type { EmulatorOptions } from './EmulatorOptions.ts'
import type { CompleteFidelity } from './Fidelity.ts'
import type { Store } from './Store.ts'
import type { Transformer } from './Transformer.ts'

/** What every call of one emulator shares. */
export interface EmulatorContext {
  readonly store: Store
  readonly transformer: Transformer | undefined
  readonly account: Account
  readonly limits: CompleteLimits
  readonly fidelity: CompleteFidelity
  /** The only account that is known, where one was given. */
  readonly accountId: string | undefined
  /** What stands in delivery and upload URLs. */
  readonly accountHash: string
  /** Whether other hashes are refused. */
  readonly strictHash: boolean
  /** The tokens that are known and what they allow, where any were given. */
  readonly tokens: ReadonlyMap<string, 'read' | 'write'> | undefined
  /** Unix milliseconds. */
  readonly now: () => number
  /** The time of an upload, later than every one before, so that a list has one order. */
  readonly stamp: () => string
  readonly lock: Lock
  readonly rateLimits: { readonly api: RateLimit; readonly batch: RateLimit }
  /** Pattern of friendly delivery paths, where there is one. */
  readonly path: string | undefined
  readonly cache: TransformCache
  /** Fetches what is uploaded by its URL, where that is allowed. */
  readonly fetch: EmulatorOptions['fetch']
  /** Hosts that are fetched from although they are private. */
  readonly privateHosts: readonly string[]
  /** Whether this is the closed beta of 2021. */
  readonly legacy: boolean
  /** What stands before the path in the URLs of an answer. */
  readonly originOf: (request: Request) => string
}
