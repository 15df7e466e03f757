'use client'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { CloudflareImage, ImageFilters } from '../api/CloudflareImage.ts'
import type { PendingImage } from './PendingImages.ts'
import { useManage } from './useManage.ts'

/** What one row of a gallery shows: an image, a picture on its way up, or one that was just that and is an image now. */
export interface GalleryRow {
  key: string
  image?: CloudflareImage | undefined
  pending?: PendingImage | undefined
}

/**
 * The rows of a gallery: what is on its way up stands first, in the order of the drop, and keeps its place and its key
 * when it has become an image. Lists that are filtered, searched or oldest first cannot know where it will stand, and wait.
 */
export function useGalleryRows(
  images: readonly CloudflareImage[],
  { sort, meta }: ImageFilters = {},
  isSearched = false,
): readonly GalleryRow[] {
  const { pending } = useManage()
  const all = useSyncExternalStore(pending.subscribe, pending.getSnapshot, none)
  const uploads = sort === 'oldest' || meta || isSearched ? empty : all
  useEffect(() => pending.arrive(new Set(images.map(({ id }) => id))), [pending, images])
  return useMemo(() => rowsOf(images, uploads), [images, uploads])
}

function rowsOf(
  images: readonly CloudflareImage[],
  uploads: readonly PendingImage[],
): readonly GalleryRow[] {
  const left = new Map(images.map((image) => [image.id, image]))
  const first = uploads.flatMap((pending): GalleryRow[] => {
    const { key, imageId, hasArrived } = pending
    const image = imageId === undefined ? undefined : left.get(imageId)
    if (image) left.delete(image.id)
    return image || !hasArrived ? [{ key, image, pending }] : []
  })
  return [...first, ...Array.from(left.values(), (image) => ({ key: image.id, image }))]
}

const empty: readonly PendingImage[] = []
const none = () => empty
