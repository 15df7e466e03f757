import { limits } from '../api/limits.ts'
import type { HostedVariantOptions } from '../api/HostedImage.ts'
import type { Lock } from './createLock.ts'
import type { Store, StoredAccount } from './Store.ts'

/** What an account starts with. */
export interface CreateAccountOptions {
  store: Store
  lock: Lock
  /** Sets flexible variants when the emulator starts, also over what the store remembers. */
  flexibleVariants: boolean | undefined
  /** What the variant `public` of a new account does. */
  publicVariant: HostedVariantOptions
}

/** The settings of the emulated account, read from the store for every call: another process may have changed them. */
export interface Account {
  readonly read: () => Promise<StoredAccount>
  /** Changes the settings; changes never overlap. What `edit` throws leaves them as they were. */
  readonly change: <TResult>(
    edit: (account: StoredAccount) => TResult,
  ) => Promise<TResult>
  /** The settings as last read or written. */
  readonly latest: () => StoredAccount
  /** Starts anew, after the store was cleared. */
  readonly restart: () => void
}

/** Makes the emulated account: `public`, the key `default`, flexible variants off. */
export function createAccount({
  store,
  lock,
  flexibleVariants,
  publicVariant,
}: CreateAccountOptions): Account {
  const create = () => newAccount(publicVariant, flexibleVariants)
  let latest = create()
  let started: Promise<void> | undefined

  const start = async () => {
    const stored = await store.readAccount()
    const account = stored ?? create()
    const flexible = flexibleVariants ?? account.config.flexible_variants
    if (!stored || flexible !== account.config.flexible_variants) {
      await store.writeAccount({
        ...account,
        config: { ...account.config, flexible_variants: flexible },
      })
    }
  }

  const read = async () => {
    started ??= start()
    await started
    latest = (await store.readAccount()) ?? latest
    return latest
  }

  return {
    read,
    change: (edit) =>
      lock('account', async () => {
        const account = structuredClone(await read())
        const result = edit(account)
        await store.writeAccount(account)
        latest = account
        return result
      }),
    latest: () => latest,
    restart: () => {
      latest = create()
      started = undefined
    },
  }
}

/** A new value of the length and alphabet of Cloudflare's keys. [obs] */
export function createKeyValue(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(23))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', 'J')
    .replaceAll('/', 'g')
}

const newAccount = (
  publicVariant: HostedVariantOptions,
  flexibleVariants = false,
): StoredAccount => ({
  variants: {
    public: { id: 'public', options: publicVariant, neverRequireSignedURLs: false },
  },
  keys: [{ name: 'default', value: createKeyValue() }],
  config: {
    flexible_variants: flexibleVariants,
    browser_ttl: limits.browserTtl.default,
    preserve_content_credentials: false,
  },
  batchTokens: [],
})
