'use client'
import type { JSX } from 'react'
import { GalleryIcon } from './GalleryIcon.tsx'
import type { GalleryLook } from './GalleryLook.ts'

interface GalleryFailureProps {
  look: GalleryLook
  /** Why; undefined where even that could not be loaded. */
  reason: string | undefined
  onRetry: () => void
}

/** Stands where the first page could not be loaded: what happened, why, and a way on. */
export function GalleryFailure({
  look,
  reason,
  onRetry,
}: GalleryFailureProps): JSX.Element {
  const { labels } = look
  return (
    <div className={look.part('message')} data-state="error" role="alert">
      <GalleryIcon name="warning" />
      <strong>{labels.failed}</strong>
      <p>{reason}</p>
      <button type="button" className={look.part('button')} onClick={onRetry}>
        {labels.retry}
      </button>
    </div>
  )
}
