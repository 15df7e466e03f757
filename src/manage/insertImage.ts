import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import { matchesFilters } from './matchesFilters.ts'
import { mapImages, patchLists } from './patchLists.ts'
import type { Lists } from './patchLists.ts'

/**
 * Puts a new image into every list that it belongs to, or brings it up to date where it is already.
 *
 * It goes to the front of lists that are newest first, and to the end of those that are oldest first and wholly
 * loaded; in others it comes with its page. Lists that ask for delivery URLs get it once its URLs are known.
 */
export function insertImage(lists: Lists, image: CloudflareImage): void {
  const wanted = new Set<string>()
  patchLists(lists, (list, filters) => {
    const missing = filters.urls?.filter((name) => image.urls?.[name] === undefined) ?? []
    if (missing.length === 0) return withImage(list, filters, image)
    for (const name of filters.urls ?? []) wanted.add(name)
    return list
  })
  if (wanted.size > 0) void insertWithUrls(lists, image, [...wanted])
}

async function insertWithUrls(
  lists: Lists,
  image: CloudflareImage,
  urls: readonly string[],
): Promise<void> {
  const full = await lists.api.get(image.id, { urls }).catch(() => image)
  patchLists(lists, (list, filters) =>
    filters.urls?.length ? withImage(list, filters, full) : list,
  )
}

function withImage(
  list: ImagePages,
  filters: ImageFilters,
  image: CloudflareImage,
): ImagePages {
  const known = list.pages.some((page) => page.images.some(({ id }) => id === image.id))
  if (known) return mapImages(list, (each) => (each.id === image.id ? image : each))
  if (image.draft || !matchesFilters(image, filters)) return list
  return filters.sort === 'oldest' ? append(list, image) : prepend(list, image)
}

function prepend(list: ImagePages, image: CloudflareImage): ImagePages {
  const [first, ...others] = list.pages
  if (!first) return list
  return { ...list, pages: [{ ...first, images: [image, ...first.images] }, ...others] }
}

function append(list: ImagePages, image: CloudflareImage): ImagePages {
  const last = list.pages.at(-1)
  if (!last || last.cursor) return list
  const pages = [...list.pages.slice(0, -1), { ...last, images: [...last.images, image] }]
  return { ...list, pages }
}
