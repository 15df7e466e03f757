import { acceptedTypes } from './acceptedTypes.ts'

/**
 * What may be uploaded unless the app says otherwise: what Cloudflare takes, but no SVG, which is a document that can
 * hold more than a picture.
 */
export const usualTypes: readonly string[] = Object.keys(acceptedTypes).filter(
  (type) => type !== 'image/svg+xml',
)
