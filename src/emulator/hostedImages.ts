import type { HostedImage } from '../api/HostedImage.ts'
import { encodeImageId } from '../url/encodeImageId.ts'
import type { StoredAccount, StoredImage } from './Store.ts'

/** In whose words images are described. */
export interface HostedImagesOptions {
  /** What stands before the path of their URLs. */
  origin: string
  accountHash: string
  account: StoredAccount
}

/** Stored images as Cloudflare's API returns them. */
export function hostedImages(
  images: readonly StoredImage[],
  { origin, accountHash, account }: HostedImagesOptions,
): HostedImage[] {
  const base = `${origin}/cdn-cgi/imagedelivery/${accountHash}`
  const names = Object.keys(account.variants)
  return images.map((image) => {
    const url = `${base}/${encodeImageId(image.id)}/`
    return {
      id: image.id,
      filename: image.filename,
      uploaded: image.uploaded,
      requireSignedURLs: image.requireSignedURLs,
      // The order is not stable at Cloudflare [obs], so nobody may come to rely on one here.
      variants: shuffled(names).map((name) => url + name),
      ...(Object.keys(image.meta).length > 0 && { meta: image.meta }),
      creator: image.creator,
      ...(image.draftUntil !== undefined && { draft: true }),
    }
  })
}

const shuffled = (ordered: readonly string[]) => {
  const names = [...ordered]
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1))
    const name = names[last]!
    names[last] = names[other]!
    names[other] = name
  }
  return names
}
