import type { HostedImage } from '../api/HostedImage.ts'
import { backendLimits as limits } from '../api/backendLimits.ts'
import { findImage } from './findImage.ts'
import type { ActingUser } from './HandlerCall.ts'
import { ifMissing } from './ifMissing.ts'
import type { ImagesAction, ImagesUser } from './ImagesHandlerOptions.ts'
import { inParallel } from './inParallel.ts'

/** How many images are looked up one by one: nobody may spend the account's calls on ids that they made up. */
const single = 5

/**
 * Those of many images that this user may treat so, by id.
 *
 * They are looked for in the user's list, a thousand by a call. What is not listed, such as a draft, is looked up by
 * itself, but only a few.
 */
export async function findImages<TUser extends ImagesUser>(
  acting: ActingUser<TUser>,
  ids: readonly string[],
  action: ImagesAction,
): Promise<Map<string, HostedImage>> {
  const found = new Map<string, HostedImage>()
  const wanted = new Set(ids)
  if (wanted.size > single) {
    for await (const image of listed(acting, action)) {
      if (wanted.delete(image.id)) found.set(image.id, image)
      if (wanted.size === 0) break
    }
  }
  await inParallel([...wanted].slice(0, single), async (id) => {
    const image = await findImage(acting, id, action).catch(ifMissing)
    if (image) found.set(id, image)
  })
  return found
}

/** Everything that is the user's or that they may treat so. */
async function* listed<TUser extends ImagesUser>(
  { user, options: { images, can }, signal }: ActingUser<TUser>,
  action: ImagesAction,
): AsyncGenerator<HostedImage, void, undefined> {
  const everybodys = await can?.(user, 'list')
  const creator = everybodys ? undefined : user.id
  for await (const image of images.listAll({ creator, limit: limits.perPage, signal })) {
    if (image.creator === user.id || (await can?.(user, action, image))) yield image
  }
}
