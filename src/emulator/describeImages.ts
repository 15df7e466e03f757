import type { HostedImage } from '../api/HostedImage.ts'
import type { ApiCall } from './ApiCall.ts'
import { hostedImages } from './hostedImages.ts'
import { legacyImages } from './legacyImages.ts'
import type { LegacyImage } from './legacyImages.ts'
import type { StoredImage } from './Store.ts'

/** Stored images in the words of the API that is emulated, in their order. */
export async function describeImages(
  images: readonly StoredImage[],
  { context, request }: Pick<ApiCall, 'context' | 'request'>,
): Promise<(HostedImage | LegacyImage)[]> {
  const origin = context.originOf(request)
  if (context.legacy) return legacyImages(images, origin)
  const account = await context.account.read()
  return hostedImages(images, { origin, accountHash: context.accountHash, account })
}
