import type { EndpointName } from '../api/endpoints.ts'
import { readEnvelope } from '../api/envelope.ts'
import type {
  HostedConfig,
  HostedDirectUpload,
  HostedImagePage,
  HostedStats,
  HostedVariant,
  SigningKey,
} from '../api/HostedImage.ts'
import { ImagesError, isImagesError } from '../api/ImagesError.ts'
import type { CloudflareApiOptions } from './CloudflareApiOptions.ts'
import { createCloudflareCall } from './createCloudflareCall.ts'
import type { CloudflareCallOptions } from './createCloudflareCall.ts'
import { createUrlSigner } from './createUrlSigner.ts'
import type {
  DirectUploadOptions,
  HostedImagePatch,
  ImageList,
  ImagesClient,
  ListQuery,
  NewImageOptions,
  UploadBody,
  UploadImageOptions,
} from './ImagesClient.ts'
import { isGeneratedId, isImageId } from './isImageId.ts'
import { listEvery } from './listEvery.ts'
import { streamForm } from './streamForm.ts'

/**
 * The whole of Cloudflare's API for hosted images, over plain `fetch`.
 *
 * Rejects with `ImagesError` only. Nothing is asked before the first call.
 *
 * @example
 * ```ts
 * import { cloudflareApi } from 'react-cloudflare-images/server'
 *
 * const images = cloudflareApi({ accountId: '0123456789abcdef0123456789abcdef', apiToken: 'token' })
 * for await (const image of images.listAll({ creator: 'ada' })) await images.delete(image.id)
 * ```
 * @see https://developers.cloudflare.com/api/resources/images/
 */
export function cloudflareApi(options: CloudflareApiOptions): ImagesClient {
  const call = createCloudflareCall(options)

  /** A call about one image. */
  const about = async <TResult>(
    name: EndpointName,
    id: string,
    sent?: CloudflareCallOptions,
  ): Promise<TResult> => call<TResult>(name, { parameter: imageId(id), ...sent })

  const list = async (query: ListQuery = {}): Promise<ImageList> => {
    const { signal } = query
    const page = await call<HostedImagePage>('list', { query: searchOf(query), signal })
    const cursor = page.continuation_token
    return { images: page.images, ...(cursor && { cursor }) }
  }

  const get: ImagesClient['get'] = (id, { signal } = {}) =>
    about('details', id, { signal })

  const keys: ImagesClient['keys'] = {
    list: async ({ signal } = {}) => keysOf(await call('keys', { signal })),
    create: async (parameter, { signal } = {}) =>
      keysOf(await call('createKey', { parameter: nameOf(parameter), signal })),
    delete: async (parameter, { signal } = {}) =>
      keysOf(await call('deleteKey', { parameter: nameOf(parameter), signal })),
  }

  const variants: ImagesClient['variants'] = {
    list: async ({ signal } = {}) =>
      (await call<{ variants: Record<string, HostedVariant> }>('variants', { signal }))
        .variants,
    get: async (parameter, { signal } = {}) =>
      variantOf(await call('variant', { parameter: nameOf(parameter), signal })),
    create: async (json, { signal } = {}) =>
      variantOf(await call('createVariant', { json, signal })),
    update: async (parameter, json, { signal } = {}) =>
      variantOf(
        await call('updateVariant', { parameter: nameOf(parameter), json, signal }),
      ),
    delete: async (parameter, { signal } = {}) =>
      void (await call('deleteVariant', { parameter: nameOf(parameter), signal })),
  }

  return {
    upload: async (file, { filename, type, signal, ...rest } = {}) =>
      call('upload', { form: uploadForm(file, { filename, type, ...rest }), signal }),
    importFromUrl: async (url, { signal, ...rest } = {}) =>
      call('upload', { form: formOf({ ...newImageFields(rest), url }), signal }),
    createDirectUpload: async ({ signal, ...rest } = {}) =>
      call<HostedDirectUpload>('directUpload', {
        form: formOf(directUploadFields(rest)),
        signal,
      }),
    list,
    listAll: (query) => listEvery(list, query),
    get,
    update: async (id, patch, { signal } = {}) => {
      refusePrivateCustomId(id, patch)
      const { metadata, requireSignedURLs, creator }: HostedImagePatch = patch
      return about('edit', id, { json: { metadata, requireSignedURLs, creator }, signal })
    },
    delete: async (id, { signal } = {}) => {
      await about('delete', id, { signal }).catch(unlessGone)
    },
    blob: async (id, { signal } = {}) =>
      call('blob', { parameter: imageId(id), signal }, async (response) =>
        response.ok ? response : readEnvelope<Response>(response),
      ),
    signUrl: createUrlSigner({ get, keys, variants }),
    keys,
    variants,
    config: {
      get: ({ signal } = {}) => call<HostedConfig>('config', { signal }),
      update: (json, { signal } = {}) =>
        call<HostedConfig>('updateConfig', { json, signal }),
    },
    stats: ({ signal } = {}) => call<HostedStats>('stats', { signal }),
    batchToken: ({ signal } = {}) => call('batchToken', { signal }),
  }
}

/** @throws ImagesError `invalid-id` for what would be another path of the API. */
function imageId(id: string): string {
  if (isImageId(id)) return id
  throw new ImagesError(
    'invalid-id',
    `${JSON.stringify(id)} cannot be the id of an image. Cloudflare was not asked. Use an id that Cloudflare gave.`,
  )
}

/** The name of a key or variant; an empty one would ask for all of them. */
function nameOf(name: string): string {
  if (/^[\w-]+$/.test(name)) return name
  throw new ImagesError(
    'invalid-request',
    `${JSON.stringify(name)} cannot be the name of a key or a variant. Cloudflare was not asked. Use letters and digits.`,
  )
}

/** Refused here because Cloudflare's own answer has no number of its own for it. */
function refusePrivateCustomId(
  id: string | undefined,
  { requireSignedURLs }: { requireSignedURLs?: boolean | undefined },
): void {
  if (!requireSignedURLs || id === undefined || isGeneratedId(id)) return
  throw new ImagesError(
    'custom-id-cannot-be-private',
    `The image ${id} has a custom id, and Cloudflare keeps no such image private. It would stay public. Upload it without an id of your own.`,
  )
}

/** Each field as multipart text. One is always there: Cloudflare fails on a form without fields. */
function newImageFields(options: NewImageOptions): Record<string, string> {
  const { id, metadata, creator, requireSignedURLs = false } = options
  refusePrivateCustomId(id, options)
  return {
    requireSignedURLs: String(requireSignedURLs),
    ...(id !== undefined && { id: imageId(id) }),
    ...(metadata && { metadata: JSON.stringify(metadata) }),
    ...(creator !== undefined && { creator }),
  }
}

function directUploadFields({
  expiresIn,
  ...rest
}: DirectUploadOptions): Record<string, string> {
  return {
    ...newImageFields(rest),
    ...(expiresIn !== undefined && {
      expiry: new Date(Date.now() + expiresIn * 1000).toISOString(),
    }),
  }
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function uploadForm(file: UploadBody, { filename, type, ...rest }: UploadImageOptions) {
  const fields = newImageFields(rest)
  const name =
    filename ?? (file instanceof Blob && 'name' in file ? String(file.name) : 'image')
  if (file instanceof ReadableStream) {
    const bytes = {
      stream: file,
      filename: name,
      type: type ?? 'application/octet-stream',
    }
    return streamForm(fields, bytes)
  }
  const form = formOf(fields)
  const typed = file instanceof Blob && (!type || type === file.type)
  form.set('file', typed ? file : new Blob([file], { type: type ?? '' }), name)
  return form
}

function searchOf({
  cursor,
  limit,
  sort = 'newest',
  creator,
  meta,
}: ListQuery): URLSearchParams {
  const search = new URLSearchParams({ sort_order: sort === 'newest' ? 'desc' : 'asc' })
  if (cursor !== undefined) search.set('continuation_token', cursor)
  if (limit !== undefined) search.set('per_page', String(limit))
  if (creator !== undefined) search.set('creator', creator)
  for (const [field, value] of Object.entries(meta ?? {})) {
    search.set(`meta.${field.endsWith(']') ? field : `${field}[eq]`}`, String(value))
  }
  return search
}

const keysOf = ({ keys }: { keys: SigningKey[] }) => keys
const variantOf = ({ variant }: { variant: HostedVariant }) => variant

function unlessGone(error: unknown): void {
  if (!isImagesError(error) || error.code !== 'not-found') throw error
}
