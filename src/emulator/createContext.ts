import { createAccount } from './createAccount.ts'
import { createLock } from './createLock.ts'
import { createRateLimit } from './createRateLimit.ts'
import { createTransformCache } from './createTransformCache.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import { completeLimits } from './EmulatorLimits.ts'
import type { EmulatorOptions } from './EmulatorOptions.ts'
import { completeFidelity } from './Fidelity.ts'
import { memoryStore } from './memoryStore.ts'

/** Makes what every call of one emulator shares, by its options. */
export function createContext(options: EmulatorOptions): EmulatorContext {
  const { store = memoryStore(), clock = Date.now, flexibleVariants, apiToken } = options
  const lock = createLock()
  const limits = completeLimits(options.limits)
  const fidelity = completeFidelity(options.fidelity)
  const { publicVariant } = fidelity
  return {
    store,
    transformer: options.transformer,
    account: createAccount({ store, lock, flexibleVariants, publicVariant }),
    limits,
    fidelity,
    accountId: options.accountId,
    accountHash: options.accountHash ?? 'Emulator_Account_Hash_',
    strictHash: options.accountHash !== undefined,
    tokens: tokensOf(apiToken),
    now: clock,
    stamp: createStamp(clock),
    lock,
    rateLimits: {
      // [doc fundamentals/api/reference/limits] and [doc images-batch]
      api: createRateLimit({ calls: limits.apiRequests, period: 300_000, now: clock }),
      batch: createRateLimit({ calls: limits.batchRequests, period: 1_000, now: clock }),
    },
    path: options.path,
    cache: createTransformCache(),
    legacy: options.legacy ?? false,
    fetch: options.fetch,
    privateHosts: options.privateHosts ?? [],
    originOf: ({ url }) => options.publicOrigin ?? new URL(url).origin,
  }
}

const tokensOf = (given: EmulatorOptions['apiToken']): EmulatorContext['tokens'] => {
  if (given === undefined) return undefined
  return new Map(typeof given === 'string' ? [[given, 'write']] : Object.entries(given))
}

/** Two uploads in one millisecond still have an order. */
const createStamp = (clock: () => number) => {
  let last = 0
  return () => {
    last = Math.max(clock(), last + 1)
    return new Date(last).toISOString()
  }
}
