import type { Query } from '@tanstack/react-query'
import type { CloudflareImage, ImageFilters, ImagePage } from '../api/CloudflareImage.ts'
import { imageKeys } from './imageKeys.ts'
import type { ImageListKey } from './imageKeys.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import type { ManageContextValue } from './ManageContext.ts'

/** Where lists are kept. */
export type Lists = Pick<ManageContextValue, 'api' | 'queryClient'>

/** What a list becomes; the same object where nothing changes. */
type Patch = (list: ImagePages, filters: ImageFilters) => ImagePages

/**
 * Changes every cached list in place, instead of fetching ten pages again.
 *
 * A list that is being fetched is changed once more when it has arrived: the answer on its way, and the pages that a
 * next page is put behind, are older than the change.
 */
export function patchLists({ api, queryClient }: Lists, patch: Patch): void {
  const cache = queryClient.getQueryCache()
  const apply = (query: Query) => {
    const key = query.queryKey as ImageListKey // all keys under `lists` are of this shape
    queryClient.setQueryData<ImagePages>(key, (list) => {
      const patched = list && patch(list, key[3])
      return patched === list ? undefined : patched
    })
  }
  for (const query of cache.findAll({ queryKey: imageKeys.lists(api) })) {
    apply(query)
    if (query.state.fetchStatus === 'idle') continue
    const stop = cache.subscribe((event) => {
      if (event.query !== query || query.state.fetchStatus !== 'idle') return
      stop()
      if (event.type !== 'removed') apply(query)
    })
  }
}

/** The list with each image as `change` gives it back; one that gives undefined goes. Untouched pages stay the same objects. */
export function mapImages(
  list: ImagePages,
  change: (image: CloudflareImage) => CloudflareImage | undefined,
): ImagePages {
  let touched = false
  const mapPage = (page: ImagePage): ImagePage => {
    const images = page.images.flatMap((image) => change(image) ?? [])
    const same =
      images.length === page.images.length &&
      images.every((image, index) => image === page.images[index])
    if (same) return page
    touched = true
    return { ...page, images }
  }
  const pages = list.pages.map(mapPage)
  return touched ? { ...list, pages } : list
}
