'use client'
import type { JSX, ReactNode } from 'react'
import { GalleryGrid } from './GalleryGrid.tsx'
import type { GalleryGridProps } from './GalleryGrid.tsx'
import { GallerySkeleton } from './GallerySkeleton.tsx'
import { useGalleryLater } from './useGalleryLater.ts'
import type { ImageListResult } from './useImageList.ts'

interface GalleryContentProps extends Omit<GalleryGridProps, 'isComplete'> {
  list: ImageListResult
  /** Stands where there are no pictures. */
  empty: ReactNode
  /** Whether the rows are some of the pictures only, so that pages are not loaded by themselves. */
  isFiltered: boolean
}

/** What a gallery shows of its list: that it is on its way, that it failed, that it is empty, or the pictures. */
export function GalleryContent({
  list,
  empty,
  isFiltered,
  ...grid
}: GalleryContentProps): JSX.Element {
  const { data, error, fetchStatus, hasNextPage } = list
  const { rows, look, onMore } = grid
  const { GalleryFooter, GalleryMessage } = useGalleryLater() ?? {}
  const isEmpty = rows.length === 0 && !hasNextPage && !isFiltered
  if (!data || isEmpty) {
    const isOver = data ?? error ?? fetchStatus === 'paused'
    return GalleryMessage && isOver ? (
      <GalleryMessage {...{ list, look }}>{empty}</GalleryMessage>
    ) : (
      <GallerySkeleton {...grid} />
    )
  }
  return (
    <>
      <GalleryGrid {...grid} isComplete={!hasNextPage} />
      {hasNextPage && GalleryFooter && (
        <GalleryFooter {...{ list, look, onMore }} isQuiet={isFiltered} />
      )}
    </>
  )
}
