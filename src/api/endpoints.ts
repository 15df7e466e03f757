/** One call of Cloudflare's API, relative to `/client/v4/accounts/{account_id}`. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{image_id}`, `{variant_id}` or `{signing_key_name}` where one goes, fully percent-encoded. */
  path: `/images/v${1 | 2}${string}`
  /** How its body is sent, where it has one. */
  body?: 'multipart' | 'json'
  /** The permission that the token needs. */
  scope: 'read' | 'write'
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
    body: 'multipart',
    scope: 'write',
    batch: true,
  },
  listV1: { method: 'GET', path: '/images/v1', scope: 'read' },
  keys: { method: 'GET', path: '/images/v1/keys', scope: 'read' },
  createKey: {
    method: 'PUT',
    path: '/images/v1/keys/{signing_key_name}',
    scope: 'write',
  },
  deleteKey: {
    method: 'DELETE',
    path: '/images/v1/keys/{signing_key_name}',
    scope: 'write',
  },
  stats: { method: 'GET', path: '/images/v1/stats', scope: 'read' },
  variants: { method: 'GET', path: '/images/v1/variants', scope: 'read' },
  createVariant: {
    method: 'POST',
    path: '/images/v1/variants',
    body: 'json',
    scope: 'write',
  },
  variant: { method: 'GET', path: '/images/v1/variants/{variant_id}', scope: 'read' },
  updateVariant: {
    method: 'PATCH',
    path: '/images/v1/variants/{variant_id}',
    body: 'json',
    scope: 'write',
  },
  deleteVariant: {
    method: 'DELETE',
    path: '/images/v1/variants/{variant_id}',
    scope: 'write',
  },
  variantFlat: {
    method: 'GET',
    path: '/images/v1/variants/{variant_id}/flat',
    scope: 'read',
  },
  config: { method: 'GET', path: '/images/v1/config', scope: 'read' },
  updateConfig: {
    method: 'PATCH',
    path: '/images/v1/config',
    body: 'json',
    scope: 'write',
  },
  batchToken: { method: 'GET', path: '/images/v1/batch_token', scope: 'read' },
  directUploadV1: {
    method: 'POST',
    path: '/images/v1/direct_upload',
    body: 'json',
    scope: 'write',
  },
  directUpload: {
    method: 'POST',
    path: '/images/v2/direct_upload',
    body: 'multipart',
    scope: 'write',
    batch: true,
  },
  list: { method: 'GET', path: '/images/v2', scope: 'read', batch: true },
  blob: { method: 'GET', path: '/images/v1/{image_id}/blob', scope: 'read' },
  details: { method: 'GET', path: '/images/v1/{image_id}', scope: 'read', batch: true },
  edit: {
    method: 'PATCH',
    path: '/images/v1/{image_id}',
    body: 'json',
    scope: 'write',
    batch: true,
  },
  delete: {
    method: 'DELETE',
    path: '/images/v1/{image_id}',
    scope: 'write',
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
