/** One call of Cloudflare's API, relative to `/client/v4/accounts/{account_id}`. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{image_id}`, `{variant_id}` or `{signing_key_name}` where one goes, fully percent-encoded. */
  path: `/images/v${1 | 2}${string}`
  /** Whether the batch host takes it too. */
  batch?: true
}

/**
 * The whole of Cloudflare's API for hosted images. Our REST driver calls by this table and the emulator serves by
 * it, so the two cannot drift apart.
 *
 * @see https://developers.cloudflare.com/api/resources/images/
 */
export const endpoints = {
  upload: {
    method: 'POST',
    path: '/images/v1',
    batch: true,
  },
  listV1: { method: 'GET', path: '/images/v1' },
  keys: { method: 'GET', path: '/images/v1/keys' },
  createKey: {
    method: 'PUT',
    path: '/images/v1/keys/{signing_key_name}',
  },
  deleteKey: {
    method: 'DELETE',
    path: '/images/v1/keys/{signing_key_name}',
  },
  stats: { method: 'GET', path: '/images/v1/stats' },
  variants: { method: 'GET', path: '/images/v1/variants' },
  createVariant: {
    method: 'POST',
    path: '/images/v1/variants',
  },
  variant: { method: 'GET', path: '/images/v1/variants/{variant_id}' },
  updateVariant: {
    method: 'PATCH',
    path: '/images/v1/variants/{variant_id}',
  },
  deleteVariant: {
    method: 'DELETE',
    path: '/images/v1/variants/{variant_id}',
  },
  variantFlat: {
    method: 'GET',
    path: '/images/v1/variants/{variant_id}/flat',
  },
  config: { method: 'GET', path: '/images/v1/config' },
  updateConfig: {
    method: 'PATCH',
    path: '/images/v1/config',
  },
  batchToken: { method: 'GET', path: '/images/v1/batch_token' },
  directUploadV1: {
    method: 'POST',
    path: '/images/v1/direct_upload',
  },
  directUpload: {
    method: 'POST',
    path: '/images/v2/direct_upload',
    batch: true,
  },
  list: { method: 'GET', path: '/images/v2', batch: true },
  blob: { method: 'GET', path: '/images/v1/{image_id}/blob' },
  details: { method: 'GET', path: '/images/v1/{image_id}', batch: true },
  edit: {
    method: 'PATCH',
    path: '/images/v1/{image_id}',
    batch: true,
  },
  delete: {
    method: 'DELETE',
    path: '/images/v1/{image_id}',
    batch: true,
  },
} as const

/** The name of one of Cloudflare's calls. */
export type EndpointName = keyof typeof endpoints

/** The path of a call with its parameter filled in, fully percent-encoded: the id `a/b` becomes `a%2Fb`. */
export function endpointPath(name: EndpointName, parameter?: string): string {
  return endpoints[name].path.replace(/\{\w+\}/, () =>
    encodeURIComponent(parameter ?? ''),
  )
}
