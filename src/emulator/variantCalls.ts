import { limits } from '../api/limits.ts'
import type { HostedVariant, HostedVariantOptions } from '../api/HostedImage.ts'
import type { ApiHandlers } from './ApiCall.ts'
import { successAnswer } from './successAnswer.ts'
import { isObject, readJson } from './readJson.ts'
import { Refusal } from './Refusal.ts'
import type { StoredAccount } from './Store.ts'

/**
 * The calls about named variants.
 *
 * Cached pictures need no purge here: they are known by the options they were made with.
 *
 * @see https://developers.cloudflare.com/images/manage-images/create-variants/
 */
export const variantCalls: ApiHandlers<
  | 'variants'
  | 'createVariant'
  | 'variant'
  | 'variantFlat'
  | 'updateVariant'
  | 'deleteVariant'
> = {
  variants: async ({ context }) =>
    successAnswer({ variants: (await context.account.read()).variants }),

  createVariant: async ({ request, context }) => {
    const given = await readJson(request)
    const id = readVariantName(given['id'])
    const options = readVariantOptions(given['options'])
    const neverRequireSignedURLs = readNeverSigned(given) ?? false
    const variant = await context.account.change(({ variants }) => {
      if (Object.hasOwn(variants, id)) throw new Refusal(5409) // [inf]
      // [doc create-variants] 100 for an account
      if (Object.keys(variants).length >= context.limits.variants) throw new Refusal(5453)
      return (variants[id] = { id, options, neverRequireSignedURLs })
    })
    return successAnswer({ variant })
  },

  variant: async ({ parameter, context }) =>
    successAnswer({ variant: findVariant(parameter, await context.account.read()) }),

  // [spec-0727] the same fields without the envelope's `variant`
  variantFlat: async ({ parameter, context }) =>
    successAnswer(findVariant(parameter, await context.account.read())),

  updateVariant: async ({ request, parameter, context }) => {
    const given = await readJson(request)
    const options = readVariantOptions(given['options'])
    const replaces =
      given['options'] !== undefined && context.fidelity.variantPatch === 'replaced'
    const neverRequireSignedURLs = readNeverSigned(given)
    const variant = await context.account.change((account) => {
      const before = findVariant(parameter, account)
      return (account.variants[parameter] = {
        ...before,
        options: replaces ? options : { ...before.options, ...options },
        ...(neverRequireSignedURLs !== undefined && { neverRequireSignedURLs }),
      })
    })
    return successAnswer({ variant })
  },

  deleteVariant: async ({ parameter, context }) => {
    await context.account.change((account) => {
      findVariant(parameter, account)
      delete account.variants[parameter]
    })
    return successAnswer({})
  },
}

/** A name that Cloudflare takes: letters and digits; one with a hyphen was refused. [spec, obs] @throws Refusal 5400 */
export function readVariantName(value: unknown): string {
  if (
    typeof value === 'string' &&
    /^[A-Za-z\d]+$/.test(value) &&
    value.length <= limits.variantNameLength
  ) {
    return value
  }
  throw new Refusal(5400, {
    reason: `a variant's name must be 1 to ${limits.variantNameLength} letters and digits`,
  })
}

/** Options that Cloudflare takes, each of them optional. [code, doc browser-ttl] @throws Refusal 5400 */
export function readVariantOptions(value: unknown): HostedVariantOptions {
  if (value === undefined) return {}
  if (!isObject(value))
    throw new Refusal(5400, { reason: 'options must be a JSON object' })
  for (const [name, option] of Object.entries(value)) {
    const rule = Object.hasOwn(rules, name)
      ? rules[name as keyof HostedVariantOptions]
      : undefined
    if (!rule?.(option))
      throw new Refusal(5400, { reason: `options.${name} is not valid` })
  }
  return value // every member was checked
}

const findVariant = (id: string, { variants }: StoredAccount): HostedVariant => {
  const variant = Object.hasOwn(variants, id) ? variants[id] : undefined
  if (!variant) throw new Refusal(5401)
  return variant
}

const readNeverSigned = (given: Readonly<Record<string, unknown>>) => {
  const value = given['neverRequireSignedURLs']
  if (value === undefined || typeof value === 'boolean') return value
  throw new Refusal(5400, { reason: 'neverRequireSignedURLs must be true or false' })
}

const from = (min: number, max: number) => (value: unknown) =>
  typeof value === 'number' && value >= min && value <= max

const oneOf = (words: readonly string[]) => (value: unknown) =>
  typeof value === 'string' && words.includes(value)

/** [spec, doc browser-ttl] The newer ways to fit are not for variants. */
const rules: Record<keyof HostedVariantOptions, (value: unknown) => boolean> = {
  fit: oneOf(['scale-down', 'contain', 'cover', 'crop', 'pad']),
  width: from(1, limits.dimension),
  height: from(1, limits.dimension),
  metadata: oneOf(['keep', 'copyright', 'none']),
  blur: from(0, 250),
  browser_ttl: from(limits.browserTtl.min, limits.browserTtl.max),
}
