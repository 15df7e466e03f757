import type { JSX, ReactNode } from 'react'
import { ImagesError } from '../api/ImagesError.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { GalleryIcon } from './GalleryIcon.tsx'
import { galleryLaterLabels } from './galleryLaterLabels.ts'
import type { GalleryLook } from './GalleryLook.ts'
import type { ImageListResult } from './useImageList.ts'

interface GalleryMessageProps {
  list: ImageListResult
  look: GalleryLook
  /** Takes the place of heading and hint where there are no pictures. */
  children?: ReactNode
}

/** Stands where there are no pictures: that there are none yet, or what happened, why, and a way on. */
export function GalleryMessage({
  list: { data, error, refetch },
  look: { part, labels: given, errors },
  children,
}: GalleryMessageProps): JSX.Element {
  const labels = { ...galleryLaterLabels, ...given }
  if (data) {
    return (
      <div className={part('message')} data-state="empty">
        {children ?? (
          <>
            <GalleryIcon name="picture" />
            <strong>{labels.empty}</strong>
            <p>{labels.emptyHint}</p>
          </>
        )}
      </div>
    )
  }
  return (
    <div className={part('message')} data-state="error" role="alert">
      <GalleryIcon name="warning" />
      <strong>{labels.failed}</strong>
      <p>{labelOfError(error ?? new ImagesError('offline', ''), errors)}</p>
      <button type="button" className={part('button')} onClick={() => void refetch()}>
        {labels.retry}
      </button>
    </div>
  )
}
