import type { AcceptedType } from './acceptedTypes.ts'

/**
 * What may be uploaded unless the app says otherwise: what Cloudflare takes, but no SVG, which is a document that can
 * hold more than a picture. The compiler proves that it agrees with `acceptedTypes`, whose endings no backend needs.
 */
export const usualTypes: readonly string[] = Object.keys({
  'image/jpeg': 1,
  'image/png': 1,
  'image/webp': 1,
  'image/gif': 1,
  'image/heic': 1,
  'image/heif': 1,
} satisfies Record<Exclude<AcceptedType, 'image/svg+xml'>, 1>)
