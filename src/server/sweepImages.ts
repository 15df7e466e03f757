import type { ImagesHandlerOptions, ImagesUser } from './ImagesHandlerOptions.ts'
import { inParallel } from './inParallel.ts'

/** What a sweep takes. */
export interface SweepOptions {
  /** Seconds since the upload. @default 86400, a day */
  olderThan?: number | undefined
}

/** Deletes images that nobody confirmed; answers how many. Drafts that never came expire by themselves. */
export async function sweepImages<TUser extends ImagesUser>(
  { images, on }: ImagesHandlerOptions<TUser>,
  { olderThan = 86_400 }: SweepOptions = {},
): Promise<number> {
  const before = Date.now() - olderThan * 1000
  const meta = { 'rci.st[eq:string]': 'pending' }
  const ids: string[] = []
  for await (const { id, uploaded } of images.listAll({ meta, sort: 'oldest' })) {
    if (Date.parse(uploaded) > before) break
    ids.push(id)
  }
  await inParallel(ids, async (id) => {
    await images.delete(id)
    await on?.deleted?.({ id })
  })
  return ids.length
}
