import { limits } from '../api/limits.ts'
import type { HostedConfig } from '../api/HostedImage.ts'
import type { ApiHandlers } from './ApiCall.ts'
import { successAnswer } from './successAnswer.ts'
import { createKeyValue } from './createAccount.ts'
import { readJson } from './readJson.ts'
import { Refusal } from './Refusal.ts'

/** The calls about the account: keys, config, stats, batch token. */
export const accountCalls: ApiHandlers<
  'keys' | 'createKey' | 'deleteKey' | 'stats' | 'config' | 'updateConfig' | 'batchToken'
> = {
  keys: async ({ context }) =>
    successAnswer({ keys: (await context.account.read()).keys }),

  createKey: async ({ request, parameter: name, context }) => {
    // [obs] with one of these headers the call is misrouted
    if (request.headers.has('content-type') || request.headers.has('api-version'))
      throw new Refusal(5415)
    if (!/^[\w-]+$/.test(name) || name.length > limits.keyNameLength) {
      throw new Refusal(5400, {
        reason: `a key's name must be 1 to ${limits.keyNameLength} letters, digits, hyphens and underscores`,
      })
    }
    // A key that exists keeps its value: PUT may be repeated. [inf]
    const keys = await context.account.change((account) => {
      if (!account.keys.some((key) => key.name === name))
        account.keys.push({ name, value: createKeyValue() })
      return account.keys
    })
    return successAnswer({ keys })
  },

  deleteKey: async ({ parameter: name, context }) => {
    const keys = await context.account.change((account) => {
      if (!account.keys.some((key) => key.name === name)) {
        throw new Refusal(5404, { message: 'Signing key not found' }) // [obs] the number
      }
      account.keys = account.keys.filter((key) => key.name !== name)
      // [spec] deleting the last one makes a new default key
      if (account.keys.length === 0)
        account.keys.push({ name: 'default', value: createKeyValue() })
      return account.keys
    })
    return successAnswer({ keys })
  },

  stats: async ({ context }) => {
    const images = await context.store.list()
    const current = images.filter(({ draftUntil }) => draftUntil === undefined).length
    return successAnswer({ count: { current, allowed: context.limits.images } })
  },

  config: async ({ context }) => successAnswer((await context.account.read()).config),

  updateConfig: async ({ request, context }) => {
    const patch = readConfig(await readJson(request))
    const config = await context.account.change(
      (account) => (account.config = { ...account.config, ...patch }),
    )
    return successAnswer(config)
  },

  batchToken: async ({ context }) => {
    const now = context.now()
    const made = {
      token: createKeyValue(),
      // [doc images-batch] in nanoseconds
      expiresAt: new Date(now + context.fidelity.batchTokenLifetime * 1000)
        .toISOString()
        .replace('Z', '000000Z'),
    }
    await context.account.change((account) => {
      const live = account.batchTokens.filter(
        ({ expiresAt }) => Date.parse(expiresAt) > now,
      )
      account.batchTokens = [...live, made]
    })
    return successAnswer(made)
  },
}

/** [doc browser-ttl, enable-flexible-variants, preserve-content-credentials] any of the three @throws Refusal 5400 */
const readConfig = (given: Readonly<Record<string, unknown>>): HostedConfig => {
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, name)
      ? rules[name as keyof HostedConfig]
      : undefined
    if (!rule?.(value)) throw new Refusal(5400, { reason: `${name} is not valid` }) // [inf]
  }
  return given // every member was checked
}

const isFlag = (value: unknown) => typeof value === 'boolean'

const rules: Record<keyof HostedConfig, (value: unknown) => boolean> = {
  flexible_variants: isFlag,
  preserve_content_credentials: isFlag,
  browser_ttl: (value) =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= limits.browserTtl.min &&
    value <= limits.browserTtl.max,
}
