import { imageKeys } from '../manage/imageKeys.ts'
import type { ManageContextValue } from '../manage/ManageContext.ts'
import type { DeletionReport } from '../manage/useDeleteImages.ts'
import type { DeleteOutcome } from '../manage/useDeleteImage.ts'

/** Tells of every image that is gone at the backend, whichever component deleted it. Returns what ends it. */
export function watchDeletions(
  { api, queryClient }: Pick<ManageContextValue, 'api' | 'queryClient'>,
  onDeleted: (ids: readonly string[]) => void,
): () => void {
  const [, , word] = imageKeys.deletion(api)
  return queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    const [, endpoint, what] = event.mutation.options.mutationKey ?? []
    if (endpoint !== api.endpoint || what !== word) return
    const outcome = event.action.data as DeleteOutcome | DeletionReport // as our own hooks give it
    const ids =
      typeof outcome === 'object'
        ? outcome.deleted
        : outcome === 'deleted'
          ? [event.mutation.state.variables as string] // of `useDeleteImage`, one id
          : []
    if (ids.length > 0) onDeleted(ids)
  })
}
