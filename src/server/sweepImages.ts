import type { ListQuery } from './ImagesClient.ts'
import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'
import { inParallel } from './inParallel.ts'

/** What a sweep takes. */
export interface SweepOptions {
  /** Seconds since the upload of what nobody confirmed. @default 86400, a day */
  olderThan?: number | undefined
  /** Seconds since the deletion of what could still be restored. @default 2592000, thirty days */
  deletedFor?: number | undefined
}

/**
 * Deletes for good what nobody confirmed and, with `softDelete`, what was deleted long enough ago; answers how many.
 * Drafts whose bytes never came expire by themselves.
 */
export async function sweepImages<TUser extends ImagesUser>(
  { images, softDelete, on }: ImagesHandlerOptions<TUser>,
  { olderThan = 86_400, deletedFor = 2_592_000 }: SweepOptions = {},
): Promise<number> {
  const now = Date.now() / 1000
  const idsOf = async (meta: ListQuery['meta'], before = Infinity) => {
    const ids: string[] = []
    for await (const { id, uploaded } of images.listAll({ meta, sort: 'oldest' })) {
      if (Date.parse(uploaded) / 1000 > before) break
      ids.push(id)
    }
    return ids
  }

  const pending = await idsOf({ 'rci.st[eq:string]': 'pending' }, now - olderThan)
  const deletedBefore = Math.floor(now - deletedFor)
  const deleted = softDelete ? await idsOf({ 'rci.d[lte:number]': deletedBefore }) : []
  const ids = [...new Set([...pending, ...deleted])]
  const told = new Set(deleted)
  await inParallel(ids, async (id) => {
    await images.delete(id)
    if (!told.has(id)) await on?.deleted?.({ id })
  })
  return ids.length
}
