import { backendLimits as limits } from '../api/backendLimits.ts'
import { createImageUrls, variantNames } from './createImageUrls.ts'
import { findImages } from './findImages.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { readIds, textsOf } from './readIds.ts'

/** The URLs of up to 100 images of the user in named variants; what is not theirs is left out. */
export async function signImages<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<{ urls: Record<string, Record<string, string>>; expiresAt: string }> {
  const { ids, sent } = await readIds(call.request, limits.signedUrls)
  const names = variantNames(textsOf(sent, 'variants', limits.variants).join(','))
  const found = await findImages(call, ids, 'get')
  const { urlsOf, expiresAt } = createImageUrls(call.options)
  const urls: [string, Record<string, string>][] = []
  for (const [id, image] of found) urls.push([id, (await urlsOf(image, names)) ?? {}])
  return {
    urls: Object.fromEntries(urls),
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  }
}
