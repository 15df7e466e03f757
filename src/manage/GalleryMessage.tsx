'use client'
import type { JSX, ReactNode } from 'react'
import { GalleryIcon } from './GalleryIcon.tsx'
import type { GalleryLook } from './GalleryLook.ts'

interface GalleryMessageProps {
  look: GalleryLook
  /** Why nothing could be loaded; undefined where nothing failed, or where even that could not be loaded. */
  reason?: string | undefined
  /** Tries again, where something failed. */
  onRetry?: (() => void) | undefined
  /** Takes the place of heading and hint where there are no pictures. */
  children?: ReactNode
}

/** Stands where there are no pictures: that there are none yet, or what happened, why, and a way on. */
export function GalleryMessage({
  look: { part, labels },
  reason,
  onRetry,
  children,
}: GalleryMessageProps): JSX.Element {
  return (
    <div
      className={part('message')}
      data-state={onRetry ? 'error' : 'empty'}
      role={onRetry && 'alert'}
    >
      {children ?? (
        <>
          <GalleryIcon name={onRetry ? 'warning' : 'picture'} />
          <strong>{onRetry ? labels.failed : labels.empty}</strong>
          <p>{onRetry ? reason : labels.emptyHint}</p>
          {onRetry && (
            <button type="button" className={part('button')} onClick={onRetry}>
              {labels.retry}
            </button>
          )}
        </>
      )}
    </div>
  )
}
