import { readEnvelope } from '../api/envelope.ts'
import type { HostedImagePage, HostedVariant, SigningKey } from '../api/HostedImage.ts'
import type { CloudflareApiOptions } from './CloudflareApiOptions.ts'
import { createCloudflareCall } from './createCloudflareCall.ts'
import { createUrlSigner } from './createUrlSigner.ts'
import { customIdIsPublic } from './customIdIsPublic.ts'
import { ifMissing } from './ifMissing.ts'
import type {
  ImageList,
  ImagesClient,
  ListQuery,
  NewImageOptions,
  UploadBody,
  UploadImageOptions,
} from './ImagesClient.ts'
import { isGeneratedId } from './isImageId.ts'
import { listEvery } from './listEvery.ts'
import { streamForm } from './streamForm.ts'
import type { StreamedForm } from './streamForm.ts'

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

  const list = async (query: ListQuery = {}): Promise<ImageList> => {
    const page = await call<HostedImagePage>('list', { query: searchOf(query) }, query)
    const cursor = page.continuation_token
    return { images: page.images, ...(cursor && { cursor }) }
  }
  const get: ImagesClient['get'] = (parameter, o) => call('details', { parameter }, o)
  const keys: ImagesClient['keys'] = {
    list: async (o) => keysOf(await call('keys', {}, o)),
    create: async (parameter, o) => keysOf(await call('createKey', { parameter }, o)),
    delete: async (parameter, o) => keysOf(await call('deleteKey', { parameter }, o)),
  }
  const variants: ImagesClient['variants'] = {
    list: async (o) => (await call<Variants>('variants', {}, o)).variants,
    get: async (parameter, o) => variantOf(await call('variant', { parameter }, o)),
    create: async (json, o) => variantOf(await call('createVariant', { json }, o)),
    update: async (parameter, json, o) =>
      variantOf(await call('updateVariant', { parameter, json }, o)),
    delete: async (parameter, o) => void (await call('deleteVariant', { parameter }, o)),
  }

  return {
    upload: async (file, o = {}) => call('upload', { form: uploadForm(file, o) }, o),
    importFromUrl: async (url, o) => call('upload', { form: formOf({ ...o, url }) }, o),
    createDirectUpload: async ({ expiresIn, ...o } = {}) => {
      const expiry =
        expiresIn === undefined
          ? undefined
          : new Date(Date.now() + expiresIn * 1000).toISOString()
      return call('directUpload', { form: formOf({ ...o, expiry }) }, o)
    },
    list,
    listAll: (query) => listEvery(list, query),
    get,
    update: async (parameter, patch, o) => {
      refusePrivateCustomId({ ...patch, id: parameter })
      return call('edit', { parameter, json: patch }, o)
    },
    delete: async (parameter, o) => {
      await call('delete', { parameter }, o).catch(ifMissing)
    },
    blob: (parameter, o) => call('blob', { parameter, read: readBytes }, o),
    signUrl: createUrlSigner({ get, keys, variants }),
    keys,
    variants,
    config: {
      get: (o) => call('config', {}, o),
      update: (json, o) => call('updateConfig', { json }, o),
    },
    stats: (o) => call('stats', {}, o),
    batchToken: (o) => call('batchToken', {}, o),
  }
}

type Variants = { variants: Record<string, HostedVariant> }
const keysOf = ({ keys }: { keys: SigningKey[] }) => keys
const variantOf = ({ variant }: { variant: HostedVariant }) => variant

function refusePrivateCustomId({ id, requireSignedURLs }: NewImageOptions): void {
  if (!requireSignedURLs || id === undefined || isGeneratedId(id)) return
  throw customIdIsPublic(id)
}

/** What an image is made with, and where it comes from or how long it may take. */
interface FormFields extends NewImageOptions {
  url?: string | undefined
  expiry?: string | undefined
}

/** Each field as text. One is always there: Cloudflare fails on a form without fields. */
function textsOf({
  metadata,
  requireSignedURLs = false,
  signal: _,
  ...fields
}: FormFields): [name: string, text: string][] {
  refusePrivateCustomId({ ...fields, requireSignedURLs })
  const json = metadata && JSON.stringify(metadata)
  return present({ ...fields, requireSignedURLs, metadata: json })
}

/** What is there, as texts. */
function present(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): [name: string, text: string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  )
}

function formOf(fields: FormFields): FormData {
  const form = new FormData()
  for (const [name, text] of textsOf(fields)) form.set(name, text)
  return form
}

function uploadForm(
  file: UploadBody,
  { filename, type, ...fields }: UploadImageOptions,
): FormData | StreamedForm {
  const name = filename ?? (file instanceof File ? file.name : 'image')
  if (file instanceof ReadableStream) {
    return streamForm(textsOf(fields), { stream: file, filename: name, type })
  }
  const form = formOf(fields)
  const asIs = file instanceof Blob && !type
  form.set('file', asIs ? file : new Blob([file], { type: type ?? '' }), name)
  return form
}

function searchOf({ cursor, limit, sort, creator, meta }: ListQuery): URLSearchParams {
  const sort_order = sort === 'oldest' ? 'asc' : 'desc'
  const query = { sort_order, continuation_token: cursor, per_page: limit, creator }
  const search = new URLSearchParams(present(query))
  for (const field in meta) {
    search.set(`meta.${field}${field.endsWith(']') ? '' : '[eq]'}`, `${meta[field]}`)
  }
  return search
}

async function readBytes(response: Response): Promise<Response> {
  return response.ok ? response : readEnvelope<Response>(response)
}
