import type { JSX, ReactNode } from 'react'
import { labelOfError } from '../api/labelOfError.ts'
import { GalleryIcon } from './GalleryIcon.tsx'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'

interface GalleryEmptyProps {
  look: GalleryLook
  /** Takes the place of heading and hint. */
  children?: ReactNode
}

/** Stands where there are no pictures. */
export function GalleryEmpty({ look, children }: GalleryEmptyProps): JSX.Element {
  const { labels } = look
  return (
    <div className={partClass(look, 'message')} data-state="empty">
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
  return (
    <div className={partClass(look, 'message')} data-state="error" role="alert">
      <GalleryIcon name="warning" />
      <strong>{labels.failed}</strong>
      <p>{labelOfError(error, errors)}</p>
      <button type="button" className={partClass(look, 'button')} onClick={onRetry}>
        {labels.retry}
      </button>
    </div>
  )
}

/** Stands where pictures are on their way, in their shape. */
export function GallerySkeleton({ look }: { look: GalleryLook }): JSX.Element {
  return (
    <div className={partClass(look, 'grid')} aria-hidden="true">
      {tiles.map((tile) => (
        <div key={tile} className={partClass(look, 'skeleton')} />
      ))}
    </div>
  )
}

const tiles = Array.from({ length: 12 }, (_, index) => index)
