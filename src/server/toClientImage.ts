import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { HostedImage } from '../api/HostedImage.ts'

/** An image as a browser may see it: field by field, so that what Cloudflare adds one day stays here. */
export function toClientImage(
  image: HostedImage,
  urls?: Record<string, string>,
): CloudflareImage {
  const { id, filename, uploaded, requireSignedURLs, meta = {}, draft, variants } = image
  return {
    id,
    filename,
    uploaded,
    requireSignedURLs,
    meta,
    ...(draft && { draft }),
    ...(variants && !requireSignedURLs && { variants }),
    ...(urls && { urls }),
  }
}
