import type { HostedVariant } from '../api/HostedImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesClient } from './ImagesClient.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { readJson } from './readJson.ts'

type AccountCallName =
  | 'stats'
  | 'variants'
  | 'createVariant'
  | 'updateVariant'
  | 'deleteVariant'
  | 'config'
  | 'updateConfig'

type AccountCall = <TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
) => Promise<unknown>

/** Calls about the account, for those whom `can` allows them. What they send is for Cloudflare to check. */
export const accountCalls: Record<AccountCallName, AccountCall> = {
  stats: async (call) => clientOf(call).stats(signalOf(call)),
  variants: async (call) => ({
    variants: await clientOf(call).variants.list(signalOf(call)),
  }),
  createVariant: async (call) => {
    const variant = (await readJson(call.request)) as unknown as HostedVariant // Cloudflare checks it
    return { variant: await clientOf(call).variants.create(variant, signalOf(call)) }
  },
  updateVariant: async (call) => {
    const patch = await readJson(call.request)
    const { variants } = clientOf(call)
    return { variant: await variants.update(call.parameter, patch, signalOf(call)) }
  },
  deleteVariant: async (call) => {
    await clientOf(call).variants.delete(call.parameter, signalOf(call))
    return {}
  },
  config: async (call) => clientOf(call).config.get(signalOf(call)),
  updateConfig: async (call) =>
    clientOf(call).config.update(await readJson(call.request), signalOf(call)),
}

const signalOf = <TUser extends ImagesUser>({ signal }: HandlerCall<TUser>) => ({
  signal,
})

/** The client, where it can do more than keep images. */
function clientOf<TUser extends ImagesUser>({
  options,
}: HandlerCall<TUser>): ImagesClient {
  if ('stats' in options.images) return options.images as ImagesClient // it has all or nothing of it
  throw new ImagesError('not-supported', 'This backend cannot manage the account.')
}
