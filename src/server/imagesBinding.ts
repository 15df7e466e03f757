import { cloudflareCode } from '../api/cloudflareCode.ts'
import type { HostedImage } from '../api/HostedImage.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import { bindingFilter } from './bindingFilter.ts'
import { customIdIsPublic } from './customIdIsPublic.ts'
import type {
  HostedImagesClient,
  ImageList,
  ListQuery,
  SignImageUrlOptions,
  UploadBody,
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
    const { images, cursor } = await ask(signal, () =>
      hosted.list({
        ...defined(query),
        sortOrder: sort === 'oldest' ? 'asc' : 'desc',
        ...(metadata && { filter: { metadata } }),
      }),
    )
    return { images: images.map(hostedImage), ...(cursor && { cursor }) }
  }

  return {
    upload: async (file, { signal, type: _, filename, ...fields } = {}) => {
      const name = filename ?? (file instanceof File ? file.name : 'image')
      const bytes = await bytesOf(file)
      const send = () => hosted.upload(bytes, { ...defined(fields), filename: name })
      return hostedImage(await ask(signal, send))
    },
    createDirectUpload: async ({ signal, ...fields } = {}) =>
      ask(signal, () => hosted.createDirectUpload(defined(fields))),
    list,
    listAll: (query) => listEvery(list, query),
    get: async (id, { signal } = {}) =>
      hostedImage(existing(id, await ask(signal, () => imageOf(hosted, id).details()))),
    update: async (id, patch, { signal } = {}) => {
      if (patch.requireSignedURLs && !isGeneratedId(id)) throw customIdIsPublic(id)
      return hostedImage(
        await ask(signal, () => imageOf(hosted, id).update(defined(patch))),
      )
    },
    delete: async (id, { signal } = {}) =>
      void (await ask(signal, () => imageOf(hosted, id).delete())),
    blob: async (id, { signal } = {}) => {
      const bytes = existing(id, await ask(signal, () => imageOf(hosted, id).bytes()))
      return new Response(bytes as BodyInit) // bytes enter: the types of streams differ
    },
    signUrl: async (id, variant, { signal, keyName, ...expiry } = {}) => {
      if (!isGeneratedId(id)) throw customIdIsPublic(id)
      const options = defined({ variant, keyName, expiresIn: secondsOf(expiry) })
      return ask(signal, () => imageOf(hosted, id).signedUrl(options))
    },
  }
}

/** Makes one call; the binding's errors carry Cloudflare's number as their code. */
async function ask<TResult>(
  signal: AbortSignal | undefined,
  call: () => Promise<TResult>,
): Promise<TResult> {
  if (signal?.aborted) throw new ImagesError('aborted', 'The call was given up.')
  try {
    return await call()
  } catch (cause) {
    if (isImagesError(cause)) throw cause
    const { code: number, message } = cause as { code?: number; message?: string } // whatever was thrown
    const code = (number && cloudflareCode(number)) || 'server-error'
    throw new ImagesError(code, `The binding failed: ${message}.`, {
      cause,
      cloudflareCode: number,
    })
  }
}

function imageOf(hosted: WorkersImagesBinding['hosted'], id: string) {
  if (isImageId(id)) return hosted.image(id)
  throw new ImagesError(
    'invalid-id',
    `${JSON.stringify(id)} cannot be the id of an image.`,
  )
}

function existing<TValue>(id: string, value: TValue | null): TValue {
  if (value !== null) return value
  throw new ImagesError('not-found', `There is no image ${id}.`)
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

async function bytesOf(
  file: UploadBody,
): Promise<ReadableStream<Uint8Array> | ArrayBuffer> {
  if (file instanceof ReadableStream || file instanceof ArrayBuffer) return file
  return (file instanceof Blob ? file : new Blob([file])).arrayBuffer()
}

/** Without the fields that are undefined: a binding may take them for values. */
function defined<TFields extends object>(
  fields: TFields,
): { [name in keyof TFields]: Exclude<TFields[name], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as never // the same fields, fewer of them
}
