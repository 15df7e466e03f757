'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import type { PendingImage } from './PendingImages.ts'
import { useManage } from './useManage.ts'

/** What one row of a gallery shows: an image, a picture on its way up, or one that was just that and is an image now. */
interface GalleryRow {
  key: string
  image?: CloudflareImage | undefined
  pending?: PendingImage | undefined
}

/** The rows of a gallery. They are made as they are asked for: of ten thousand, a screenful is. */
export interface GalleryRows {
  length: number
  at: (index: number) => GalleryRow | undefined
  /** Where the row with this key stands, -1 where there is none. */
  indexOf: (key: string) => number
}

/**
 * The rows of a gallery: what is on its way up stands first, in the order of the drop, and keeps its place and its key
 * when it has become an image. Lists that are filtered, searched or oldest first cannot know where it will stand, and wait.
 */
export function useGalleryRows(
  images: readonly CloudflareImage[],
  { sort, meta }: ImageFilters = {},
  isSearched = false,
): GalleryRows {
  const { pending } = useManage()
  const all = useSyncExternalStore(pending.subscribe, pending.getSnapshot, none)
  const uploads = sort === 'oldest' || meta || isSearched ? empty : all
  useEffect(() => {
    if (all.length > 0) pending.arrive(new Set(images.map(({ id }) => id)))
  }, [pending, all, images])
  return useMemo(() => rowsOf(images, uploads), [images, uploads])
}

function rowsOf(
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

const empty: readonly PendingImage[] = []
const none = () => empty
