import type { HostedImage, SigningKey } from '../api/HostedImage.ts'
import { deliveryUrl } from '../url/deliveryUrl.ts'
import { signUrl } from '../url/signUrl.ts'
import { bindingImage } from './bindingImage.ts'
import { bindingError } from './createBindingCall.ts'
import type { BindingCall } from './createBindingCall.ts'
import type { Emulator } from './Emulator.ts'
import type { BindingImageHandle, BindingSignedUrlOptions } from './ImagesBinding.ts'

/** Where an image's handle finds it. */
export interface BindingImageHandleOptions {
  emulator: Emulator
  call: BindingCall
}

/** What a binding can do with one image. */
export function bindingImageHandle(
  id: string,
  { emulator, call }: BindingImageHandleOptions,
): BindingImageHandle {
  return {
    details: async () =>
      orNone(call<HostedImage>('details', { parameter: id }).then(bindingImage)),
    bytes: async () =>
      orNone(call<ReadableStream<Uint8Array>>('blob', { parameter: id })),
    update: async (fields) =>
      bindingImage(
        await call<HostedImage>('edit', { parameter: id, body: JSON.stringify(fields) }),
      ),
    delete: async () =>
      (await orNone(call('delete', { parameter: id }).then(() => true))) ?? false,
    signedUrl: async (options) => {
      const { keys } = await call<{ keys: SigningKey[] }>('keys')
      return signedUrl(id, { ...options, emulator, keys })
    },
  }
}

const signedUrl = async (
  id: string,
  {
    variant,
    expiresIn,
    keyName = 'default',
    emulator,
    keys,
  }: BindingSignedUrlOptions & { emulator: Emulator; keys: readonly SigningKey[] },
) => {
  // [code] what the binding itself checks
  if (!/^[^/?#%]+$/.test(variant))
    throw bindingError(5400, 'variant must be the name of a variant')
  if (expiresIn !== undefined && !(Number.isInteger(expiresIn) && expiresIn > 0)) {
    throw bindingError(5400, 'expiresIn must be a positive whole number')
  }
  const key = keys.find(({ name }) => name === keyName)
  if (!key) throw bindingError(5404, `There is no signing key ${keyName}`)
  const { delivery } = emulator
  return signUrl(
    deliveryUrl({ ...delivery, variants: { [variant]: {} } }, id, variant),
    key.value,
    {
      baseUrl: delivery.baseUrl,
      path: delivery.path,
      accountHash: delivery.accountHash,
      ...(expiresIn !== undefined && {
        expiresAt: Math.floor(emulator.now() / 1000) + expiresIn,
      }),
    },
  )
}

/** Null where the API says that there is none. */
const orNone = async <TValue>(pending: Promise<TValue>): Promise<TValue | null> => {
  try {
    return await pending
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 5404) return null
    throw error
  }
}
