import { backendLimits as limits } from '../api/backendLimits.ts'
import type { ImagesErrorCode } from '../api/errorCodes.ts'
import { failureOf } from './answerFailure.ts'
import { findImages } from './findImages.ts'
import type { HandlerCall } from './HandlerCall.ts'
import type { ImagesUser } from './ImagesHandlerOptions.ts'
import { inParallel } from './inParallel.ts'
import { readIds } from './readIds.ts'
import { removeImage } from './removeImage.ts'
import { reportError } from './reportError.ts'

/** What became of many images that were to be deleted. */
interface Deletion {
  deleted: string[]
  /** The reason by id; missing images and those of others alike are `not-found`. */
  failed: Record<string, ImagesErrorCode>
}

/** Deletes up to 500 images of the user; one that fails does not keep the others. */
export async function deleteImages<TUser extends ImagesUser>(
  call: HandlerCall<TUser>,
): Promise<Deletion> {
  const { request, options } = call
  const { ids } = await readIds(request, limits.bulkDelete)
  const found = await findImages(call, ids, 'delete')
  const deleted: string[] = []
  const failed = new Map<string, ImagesErrorCode>()
  let isStopped = false

  await inParallel(ids, async (id) => {
    const image = found.get(id)
    if (!image) return void failed.set(id, 'not-found')
    if (isStopped) return void failed.set(id, 'rate-limited')
    try {
      await removeImage(call, image)
      deleted.push(id)
    } catch (error) {
      const { code, isWhole } = failureOf(error)
      failed.set(id, code)
      isStopped ||= code === 'rate-limited' // whatever is asked now is refused as well
      if (!isWhole) await reportError(error, { request, on: options.on })
    }
  })
  return { deleted, failed: Object.fromEntries(failed) }
}
