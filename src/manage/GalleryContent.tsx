'use client'
import type { JSX, ReactNode } from 'react'
import { ImagesError } from '../api/ImagesError.ts'
import { GalleryEmpty } from './GalleryEmpty.tsx'
import { GalleryFailure } from './GalleryFailure.tsx'
import { GalleryFooter } from './GalleryFooter.tsx'
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
  const { hasNextPage, data } = list
  const { rows, look, onMore } = grid
  const later = useGalleryLater()
  if (!data) {
    const error = list.error ?? (list.fetchStatus === 'paused' ? offline() : undefined)
    if (!error || later === undefined) return <GallerySkeleton look={look} />
    return (
      <GalleryFailure
        look={look}
        reason={later?.labelOfError(error, look.errors)}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (rows.length === 0 && !hasNextPage && !isFiltered) {
    return <GalleryEmpty look={look}>{empty}</GalleryEmpty>
  }
  return (
    <>
      <GalleryGrid {...grid} isComplete={!hasNextPage} />
      {hasNextPage && <GalleryFooter {...{ list, look, onMore }} isQuiet={isFiltered} />}
    </>
  )
}

const offline = () => new ImagesError('offline', '')
