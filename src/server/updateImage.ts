import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import { checkMetadata, joinMetadata } from './checkMetadata.ts'
import { findImage } from './findImage.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { HostedImagePatch } from './ImagesClient.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { invalidRequest } from './invalidRequest.ts'
import { mergePatch } from './mergePatch.ts'
import { patchFacts } from './patchFacts.ts'
import { readJson } from './readJson.ts'
import { toClientImage } from './toClientImage.ts'

/**
 * Changes an image by merge patch. Cloudflare replaces metadata whole, so it is read, merged and written: two calls.
 *
 * @see https://developers.cloudflare.com/api/resources/images/subresources/v1/methods/edit/
 */
export async function updateImage<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<CloudflareImage> {
  const { user, options, request, parameter, signal } = call
  const sent = await readJson(request)
  const image = await findImage(call, parameter, 'update')
  const patch: HostedImagePatch = {}
  const { requireSignedURLs } = sent
  if (requireSignedURLs !== undefined) {
    if (typeof requireSignedURLs !== 'boolean') {
      throw invalidRequest('requireSignedURLs: must be true or false.')
    }
    if (!(await options.can?.(user, 'access', image)))
      throw new ImagesError('forbidden', 'You may not change who sees this image.')
    patch.requireSignedURLs = requireSignedURLs
  }
  if ('metadata' in sent || 'alt' in sent || 'focalPoint' in sent) {
    patch.metadata = await metadataOf(call, image.meta ?? {}, sent)
  }
  if (Object.keys(patch).length === 0) return toClientImage(image)
  return toClientImage(await options.images.update(image.id, patch, { signal }))
}

/** The image's metadata with the patch merged into it. */
async function metadataOf<TUser extends ImagesUser>(
  { user, options }: HandlerCall<TUser>,
  { rci, ...own }: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>>,
) {
  const facts = patchFacts(rci, sent)
  if (sent['metadata'] === undefined) return joinMetadata(own, facts)
  const check = (metadata: unknown) => checkMetadata(metadata, options.metadata, user)
  const changes = await checkMetadata(sent['metadata'], undefined, user)
  const merged = await check(sent['metadata'] === null ? {} : mergePatch(own, changes))
  // What the app's schema does not let through was written by the app itself, and stays.
  const users = await check(own).catch(() => own)
  const apps = Object.entries(own).filter(([key]) => !Object.hasOwn(users, key))
  return joinMetadata({ ...merged, ...Object.fromEntries(apps) }, facts)
}
