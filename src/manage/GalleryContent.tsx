'use client'
import type { JSX, ReactNode } from 'react'
import { ImagesError } from '../api/ImagesError.ts'
import { GalleryGrid } from './GalleryGrid.tsx'
import type { GalleryGridProps } from './GalleryGrid.tsx'
import { GalleryMessage } from './GalleryMessage.tsx'
import { GallerySkeleton } from './GallerySkeleton.tsx'
import { useGalleryLater, withGalleryLater } from './useGalleryLater.ts'
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
  const Footer = later?.GalleryFooter
  if (!data) {
    const error = list.error ?? (list.fetchStatus === 'paused' ? offline() : undefined)
    if (!error || later === undefined) return <GallerySkeleton {...grid} />
    const reason = later?.labelOfError(error, look.errors)
    return <GalleryMessage {...{ look, reason }} onRetry={() => void list.refetch()} />
  }
  if (rows.length === 0 && !hasNextPage && !isFiltered) {
    return <GalleryMessage look={look}>{empty}</GalleryMessage>
  }
  return (
    <>
      <GalleryGrid {...grid} isComplete={!hasNextPage} />
      {hasNextPage && Footer && (
        <Footer {...{ list, look, onMore }} isQuiet={isFiltered} />
      )}
      {hasNextPage && later === null && (
        <GalleryMessage look={look} onRetry={() => withGalleryLater(onMore, onMore)} />
      )}
    </>
  )
}

const offline = () => new ImagesError('offline', '')
