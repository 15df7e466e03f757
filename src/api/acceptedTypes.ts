/**
 * The picture formats that Cloudflare Images takes, with the endings that browsers give them.
 *
 * AVIF is left out: Cloudflare accepts it as input from Enterprise accounts only.
 *
 * @see https://developers.cloudflare.com/images/get-started/limits/
 */
export const acceptedTypes = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'image/svg+xml': ['.svg'],
  'image/heic': ['.heic'],
  'image/heif': ['.heif'],
} as const

/** A MIME type that Cloudflare Images takes. */
export type AcceptedType = keyof typeof acceptedTypes
