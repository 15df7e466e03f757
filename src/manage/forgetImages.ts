import { imageKeys } from './imageKeys.ts'
import { mapImages, patchLists } from './patchLists.ts'
import type { Lists } from './patchLists.ts'

/**
 * Takes images that are gone at the backend out of every list. What is known of each is dropped, or asked for again
 * where a page still shows it, so that it learns of the loss.
 */
export function forgetImages(lists: Lists, ids: Iterable<string>): void {
  const gone = new Set(ids)
  patchLists(lists, (list) =>
    mapImages(list, (image) => (gone.has(image.id) ? undefined : image)),
  )
  for (const id of gone) {
    const queryKey = [...imageKeys.images(lists.api), id]
    lists.queryClient.removeQueries({ queryKey, type: 'inactive' })
    void lists.queryClient.invalidateQueries({ queryKey })
  }
}
