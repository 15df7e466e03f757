import { cloudflareCode } from '../api/cloudflareCode.ts'
import type { HostedImage } from '../api/HostedImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { bindingFilter } from './bindingFilter.ts'
import { customIdIsPublic } from './customIdIsPublic.ts'
import type {
  ClientCallOptions,
  HostedImagesClient,
  ImageList,
  ListQuery,
  SignImageUrlOptions,
} from './ImagesClient.ts'
import { isGeneratedId, isImageId } from './isImageId.ts'
import { listEvery } from './listEvery.ts'
import type { BoundImage, WorkersImagesBinding } from './WorkersImagesBinding.ts'

/**
 * The hosted images of a Worker's binding: no token, no calls over the public API. It has no keys, variants, settings
 * or imports; for those use `cloudflareApi`.
 *
 * A signal is looked at before a call: the binding itself cannot be given up.
 *
 * @example
 * ```ts
 * import { createImagesHandler, imagesBinding } from 'react-cloudflare-images/server'
 * import type { WorkersImagesBinding } from 'react-cloudflare-images/server'
 *
 * export default {
 *   fetch: (request: Request, env: { IMAGES: WorkersImagesBinding }): Promise<Response> =>
 *     createImagesHandler({ images: imagesBinding(env.IMAGES), authorize: () => ({ id: 'ada' }) })(request),
 * }
 * ```
 * @see https://developers.cloudflare.com/images/storage/binding/
 */
export function imagesBinding({ hosted }: WorkersImagesBinding): HostedImagesClient {
  const list = async ({
    sort,
    meta,
    signal,
    ...query
  }: ListQuery = {}): Promise<ImageList> => {
    const metadata = bindingFilter(meta)
    const filter = metadata && { metadata }
    const sortOrder = sort === 'oldest' ? 'asc' : 'desc'
    const call = () => hosted.list(defined({ ...query, filter, sortOrder }))
    const { images, cursor } = await ask(signal, call)
    return { images: images.map(hostedImage), ...(cursor && { cursor }) }
  }

  const askAbout = async <TResult>(
    id: string,
    call: (image: BoundHandle) => Promise<TResult | null>,
    { signal }: ClientCallOptions = {},
  ): Promise<TResult> => {
    if (!isImageId(id)) throw notOf(id, 'invalid-id')
    const result = await ask(signal, () => call(hosted.image(id)))
    if (result === null) throw notOf(id, 'not-found')
    return result
  }

  return {
    upload: async (file, { signal, type: _, filename, ...fields } = {}) => {
      const name = filename ?? (file instanceof File ? file.name : 'image')
      const isStream = file instanceof ReadableStream
      const bytes = isStream ? file : await new Response(file).arrayBuffer()
      const options = defined({ ...fields, filename: name })
      return hostedImage(await ask(signal, () => hosted.upload(bytes, options)))
    },
    createDirectUpload: async ({ signal, ...fields } = {}) =>
      ask(signal, () => hosted.createDirectUpload(defined(fields))),
    list,
    listAll: (query) => listEvery(list, query),
    get: async (id, options) =>
      hostedImage(await askAbout(id, (image) => image.details(), options)),
    update: async (id, patch, options) => {
      if (patch.requireSignedURLs && !isGeneratedId(id)) throw customIdIsPublic(id)
      const call = (image: BoundHandle) => image.update(defined(patch))
      return hostedImage(await askAbout(id, call, options))
    },
    delete: async (id, options) =>
      void (await askAbout(id, (image) => image.delete(), options)),
    blob: async (id, options) => {
      const bytes = await askAbout(id, (image) => image.bytes(), options)
      return new Response(bytes as BodyInit) // bytes enter: the types of streams differ
    },
    signUrl: async (id, variant, { signal, keyName, ...expiry } = {}) => {
      if (!isGeneratedId(id)) throw customIdIsPublic(id)
      const signature = defined({ variant, keyName, expiresIn: secondsOf(expiry) })
      return askAbout(id, (image) => image.signedUrl(signature), { signal })
    },
  }
}

type BoundHandle = ReturnType<WorkersImagesBinding['hosted']['image']>

/** Makes one call; the binding's errors carry Cloudflare's number as their code. */
async function ask<TResult>(
  signal: AbortSignal | undefined,
  call: () => Promise<TResult>,
): Promise<TResult> {
  if (signal?.aborted) throw new ImagesError('aborted', 'The call was given up.')
  try {
    return await call()
  } catch (cause) {
    const { code: number, message } = cause as { code?: number; message?: string } // whatever was thrown
    const code = (number && cloudflareCode(number)) || 'server-error'
    throw new ImagesError(code, `The binding failed: ${message}.`, {
      cause,
      cloudflareCode: number,
    })
  }
}

function notOf(id: string, code: 'invalid-id' | 'not-found'): ImagesError {
  return new ImagesError(code, `There is no image ${JSON.stringify(id)}.`)
}

function hostedImage({
  filename = '',
  uploaded = '',
  ...image
}: BoundImage): HostedImage {
  return { ...image, filename, uploaded: uploaded && new Date(uploaded).toISOString() }
}

/** The binding takes whole seconds from now. */
function secondsOf({ expiresIn, expiresAt }: SignImageUrlOptions): number | undefined {
  if (expiresIn !== undefined || expiresAt === undefined) return expiresIn
  const at = expiresAt instanceof Date ? +expiresAt / 1000 : expiresAt
  return Math.max(1, Math.floor(at) - Math.floor(Date.now() / 1000))
}

/** Without the fields that are undefined: a binding may take them for values. */
function defined<TFields extends object>(
  fields: TFields,
): { [name in keyof TFields]: Exclude<TFields[name], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as never // the same fields, fewer of them
}
