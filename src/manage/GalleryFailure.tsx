'use client'
'use client'
import type { JSX } from 'react'
import { GalleryIcon } from './GalleryIcon.tsx'
import type { GalleryLook } from './GalleryLook.ts'
import { useGalleryLater } from './useGalleryLater.ts'

interface GalleryFailureProps {
  look: GalleryLook
  error: unknown
  onRetry: () => void
}

/** Stands where the first page could not be loaded: what happened, why, and a way on. */
export function GalleryFailure({
  look,
  error,
  onRetry,
}: GalleryFailureProps): JSX.Element {
  const { labels, errors } = look
  const later = useGalleryLater()
  return (
    <div className={look.part('message')} data-state="error" role="alert">
      <GalleryIcon name="warning" />
      <strong>{labels.failed}</strong>
      <p>{later?.labelOfError(error, errors)}</p>
      <button type="button" className={look.part('button')} onClick={onRetry}>
        {labels.retry}
      </button>
    </div>
  )
}
