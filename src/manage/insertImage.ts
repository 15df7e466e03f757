import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagePages } from './imageListQueryOptions.ts'
import { matchesFilters } from './matchesFilters.ts'
import { mapImages, patchLists } from './patchLists.ts'
import type { Lists } from './patchLists.ts'

/**
 * Puts a new image into every list that it belongs to, or brings it up to date where it is already.
 *
 * It goes to the front of lists that are newest first, and to the end of those that are oldest first and wholly
 * loaded; in others it comes with its page.
 */
export function insertImage(lists: Lists, image: CloudflareImage): void {
  patchLists(lists, (list, filters) => {
    const known = list.pages.some((page) => page.images.some(({ id }) => id === image.id))
    if (known) return mapImages(list, (each) => (each.id === image.id ? image : each))
    if (!matchesFilters(image, filters)) return list
    return filters.sort === 'oldest' ? append(list, image) : prepend(list, image)
  })
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
