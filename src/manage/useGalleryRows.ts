'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import type { GalleryRows } from './GalleryRows.ts'
import type { PendingImage } from './PendingImages.ts'
import { useManage } from './useManage.ts'

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
  return useMemo(() => pending.rowsOf(images, uploads), [pending, images, uploads])
}

const empty: readonly PendingImage[] = []
const none = () => empty
