import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { GalleryRow, GalleryRows } from '../manage/GalleryRows.ts'
import type { PendingImage } from '../manage/PendingImages.ts'

/** The rows of a list and of what is on its way into it, which stands first and keeps its key and place once it is there. */
export function rowsOf(
  images: readonly CloudflareImage[],
  uploads: readonly PendingImage[],
): GalleryRows {
  const uploaded = new Map<string | undefined, CloudflareImage | undefined>()
  for (const { imageId } of uploads) if (imageId) uploaded.set(imageId, undefined)
  const others =
    uploaded.size === 0
      ? images
      : images.filter(
          (image) => !uploaded.has(image.id) || !uploaded.set(image.id, image),
        )
  const first = uploads.flatMap((pending): GalleryRow[] => {
    const { key, imageId, hasArrived } = pending
    const image = uploaded.get(imageId)
    return image || !hasArrived ? [{ key, image, pending }] : []
  })
  const before = first.length
  return {
    length: before + others.length,
    at: (index) => {
      const image = others[index - before]
      return first[index] ?? (image && { key: image.id, image })
    },
    indexOf: (key) => {
      const index = first.findIndex((row) => row.key === key)
      if (index >= 0) return index
      const other = others.findIndex(({ id }) => id === key)
      return other < 0 ? other : before + other
    },
  }
}
