import { endpointPath, endpoints } from '../api/endpoints.ts'
import type { EndpointName } from '../api/endpoints.ts'
import type { Envelope } from '../api/envelope.ts'
import type { HostedImage, HostedImagePage, SigningKey } from '../api/HostedImage.ts'
import { limits } from '../api/limits.ts'
import { deliveryUrl } from '../url/deliveryUrl.ts'
import { signUrl } from '../url/signUrl.ts'
import type { Emulator } from './Emulator.ts'
import type {
  BindingImage,
  BindingImageFields,
  BindingImageHandle,
  BindingListOptions,
  BindingSignedUrlOptions,
  BindingUploadOptions,
  ImagesBinding,
} from './ImagesBinding.ts'

/**
 * A stand-in for a Worker's `env.IMAGES`: its `hosted` keeps images in the emulator. Errors are as the binding's are,
 * an `Error` with Cloudflare's number as `code`.
 *
 * @example
 * ```ts
 * import { createEmulator, emulatorBinding } from 'react-cloudflare-images/emulator'
 *
 * const env = { IMAGES: emulatorBinding(createEmulator()) }
 * const { id, uploadURL } = await env.IMAGES.hosted.createDirectUpload({ creator: 'ada' })
 * ```
 * @see https://developers.cloudflare.com/images/storage/binding/
 */
export function emulatorBinding(emulator: Emulator): ImagesBinding {
  const call = createCall(emulator)
  return {
    hosted: {
      upload: async (image, options = {}) => {
        const form = formOf(options)
        form.set('file', await fileOf(image, options))
        return bindingImage(await call<HostedImage>('upload', { body: form }))
      },

      list: async (options = {}) => {
        const query = listQuery(options)
        const { images, continuation_token: cursor } = await call<HostedImagePage>(
          'list',
          { query },
        )
        return {
          images: images.map(bindingImage),
          ...(cursor && { cursor }),
          listComplete: !cursor,
        }
      },

      createDirectUpload: async ({
        expiresIn = limits.expiresIn.default,
        ...options
      } = {}) => {
        const { min, max } = limits.expiresIn
        if (!Number.isInteger(expiresIn) || expiresIn < min || expiresIn > max) {
          throw bindingError(
            5400,
            `expiresIn must be a whole number from ${min} to ${max}`,
          )
        }
        const form = formOf(options)
        // The API takes neither end of the range, the binding takes both.
        const seconds = Math.min(max - 1, Math.max(min + 1, expiresIn))
        form.set('expiry', new Date(emulator.now() + seconds * 1000).toISOString())
        return call('directUpload', { body: form })
      },

      image: (id) => imageHandle(id, { emulator, call }),
    },
  }
}

interface CallOptions {
  parameter?: string
  query?: URLSearchParams
  body?: BodyInit
}

type Call = <TResult>(name: EndpointName, options?: CallOptions) => Promise<TResult>

const imageHandle = (
  id: string,
  { emulator, call }: { emulator: Emulator; call: Call },
): BindingImageHandle => ({
  details: async () =>
    orNone(call<HostedImage>('details', { parameter: id }).then(bindingImage)),
  bytes: async () => orNone(call<ReadableStream<Uint8Array>>('blob', { parameter: id })),
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
})

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
      ...(expiresIn !== undefined && {
        expiresAt: Math.floor(emulator.now() / 1000) + expiresIn,
      }),
    },
  )
}

const createCall = (emulator: Emulator): Call => {
  return async <TResult>(
    name: EndpointName,
    { parameter, query, body }: CallOptions = {},
  ) => {
    const env = emulator.env()
    const path = endpointPath(name, parameter)
    const response = await emulator.fetch(
      `${env.CLOUDFLARE_API_BASE_URL}/accounts/${env.CLOUDFLARE_ACCOUNT_ID}${path}?${query ?? ''}`,
      {
        method: endpoints[name].method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}`,
        },
        ...(body !== undefined && { body }),
      },
    )
    // The one call that answers with bytes; what they are is known to whoever makes it.
    if (name === 'blob' && response.ok) return response.body as TResult
    const envelope = (await response.json()) as Envelope<TResult>
    if (!envelope.success)
      throw bindingError(
        envelope.errors[0]?.code ?? 5550,
        envelope.errors[0]?.message ?? '',
      )
    return envelope.result as TResult
  }
}

const bindingError = (code: number, message: string): Error =>
  Object.assign(new Error(message), { code })

/** Null where the API says that there is none. */
const orNone = async <TValue>(pending: Promise<TValue>): Promise<TValue | null> => {
  try {
    return await pending
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 5404) return null
    throw error
  }
}

const bindingImage = ({ creator, meta, draft, ...image }: HostedImage): BindingImage => ({
  ...image,
  ...(meta && { meta }),
  ...(draft && { draft }),
  ...(typeof creator === 'string' && { creator }),
})

const formOf = ({
  id,
  requireSignedURLs = false,
  metadata,
  creator,
}: BindingImageFields & { id?: string | undefined }) => {
  const form = new FormData()
  if (id !== undefined) form.set('id', id)
  form.set('requireSignedURLs', String(requireSignedURLs))
  if (metadata !== undefined) form.set('metadata', JSON.stringify(metadata))
  if (creator !== undefined) form.set('creator', creator)
  return form
}

const fileOf = async (
  image: ReadableStream<Uint8Array> | ArrayBuffer,
  { filename = 'image', encoding }: BindingUploadOptions,
) => {
  const bytes = await new Response(image as BodyInit).arrayBuffer() // the types of fetch differ on streams of bytes
  if (encoding !== 'base64') return new File([bytes], filename)
  const text = atob(new TextDecoder().decode(bytes))
  return new File(
    [Uint8Array.from(text, (character) => character.charCodeAt(0))],
    filename,
  )
}

const listQuery = ({
  limit,
  cursor,
  sortOrder = 'asc',
  creator,
  filter,
}: BindingListOptions) => {
  const query = new URLSearchParams({ sort_order: sortOrder })
  if (limit !== undefined) query.set('per_page', String(limit))
  if (cursor !== undefined) query.set('continuation_token', cursor)
  if (creator !== undefined) query.set('creator', creator)
  for (const [field, condition] of Object.entries(filter?.metadata ?? {})) {
    const conditions = typeof condition === 'object' ? condition : { eq: condition }
    for (const [operator, value] of Object.entries(conditions)) {
      const values = Array.isArray(value) ? value : [value]
      const type = operator === 'eq' || operator === 'in' ? `:${typeof values[0]}` : ''
      query.append(`meta.${field}[${operator}${type}]`, values.join('|'))
    }
  }
  return query
}
