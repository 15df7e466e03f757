import type { HostedImage } from '../api/HostedImage.ts'
import { encodeImageId } from '../url/encodeImageId.ts'
import type { EmulatorContext } from './EmulatorContext.ts'
import type { StoredAccount, StoredImage } from './Store.ts'

/** In whose words an image is described. */
export interface HostedImageOptions {
  context: EmulatorContext
  account: StoredAccount
  request: Request
}

/** A stored image as Cloudflare's API returns it. */
export function hostedImage(
  image: StoredImage,
  { context, account, request }: HostedImageOptions,
): HostedImage {
  const base = `${context.originOf(request)}/cdn-cgi/imagedelivery/${context.accountHash}`
  const url = `${base}/${encodeImageId(image.id)}/`
  return {
    id: image.id,
    filename: image.filename,
    uploaded: image.uploaded,
    requireSignedURLs: image.requireSignedURLs,
    // The order is not stable at Cloudflare [obs], so nobody may come to rely on one here.
    variants: shuffled(Object.keys(account.variants)).map((name) => url + name),
    ...(Object.keys(image.meta).length > 0 && { meta: image.meta }),
    creator: image.creator,
    ...(image.draftUntil !== undefined && { draft: true }),
  }
}

const shuffled = (names: string[]) => {
  for (let last = names.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1))
    const name = names[last]!
    names[last] = names[other]!
    names[other] = name
  }
  return names
}
