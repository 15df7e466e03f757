import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { anonymousUser } from './anonymousUser.ts'
import { findImage } from './findImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { createImageUrls, variantNames } from './createImageUrls.ts'
import { toClientImage } from './toClientImage.ts'

/** One image, a draft too, with the URLs that were asked for. */
export async function getImage<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<CloudflareImage> {
  const names = variantNames(call.query.get('urls'))
  const image = await findImage(call, call.parameter, 'get')
  if (call.user === anonymousUser) {
    return toClientImage({ ...image, filename: '', meta: {}, variants: [] })
  }
  const { urlsOf } = createImageUrls(call.options)
  return toClientImage(image, await urlsOf(image, names))
}
