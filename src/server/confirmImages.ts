import { ImagesError } from '../api/ImagesError.ts'
import { findImages } from './findImages.ts'
import type { ActingUser } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { inParallel } from './inParallel.ts'
import { toClientImage } from './toClientImage.ts'

/**
 * Notes that images of the user are in use, so that no sweep takes them, and tells the app that they are there.
 *
 * What Cloudflare says is believed, not the browser: a draft whose bytes never came is not confirmed.
 *
 * @throws ImagesError `not-found` where one is missing, somebody else's or a draft; the others are confirmed
 */
export async function confirmImages<TUser extends ImagesUser>(
  acting: ActingUser<TUser>,
  ids: readonly string[],
): Promise<void> {
  const { user, options, signal } = acting
  const found = await findImages(acting, ids, 'update')
  const arrived = [...found.values()].filter(({ draft }) => !draft)
  await inParallel(arrived, async (image) => {
    const { rci, ...own } = image.meta ?? {}
    if (isPending(rci)) {
      const { st: _, ...facts } = rci
      const metadata = { ...own, ...(Object.keys(facts).length > 0 && { rci: facts }) }
      await options.images.update(image.id, { metadata }, { signal })
    }
    await options.on?.uploaded?.({ user, image: toClientImage(image) })
  })
  if (arrived.length === new Set(ids).size) return
  throw new ImagesError('not-found', 'Not all of these images are there and yours.')
}

const isPending = (facts: unknown): facts is { st: 'pending' } =>
  typeof facts === 'object' && facts !== null && 'st' in facts && facts.st === 'pending'
