'use client'
import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { GalleryIcon } from './GalleryIcon.tsx'
import { nameOf } from './nameOf.ts'
import { galleryLaterLabels } from './galleryLaterLabels.ts'
import type { GalleryLook } from './GalleryLook.ts'
import { useUndo } from './useUndo.ts'

/** What the backend refused to delete. */
export interface FailedDeletion {
  images: readonly CloudflareImage[]
  error: unknown
}

interface GalleryNoticeProps {
  look: GalleryLook
  failed: FailedDeletion | undefined
  onRetry: (images: readonly CloudflareImage[]) => void
  onDismiss: () => void
}

/** Says at the foot of a gallery what became of deletions, and offers what can still be done. */
export function GalleryNotice({
  look,
  failed,
  onRetry,
  onDismiss,
}: GalleryNoticeProps): JSX.Element {
  const { undo, undoable } = useUndo()
  const labels = { ...galleryLaterLabels, ...look.labels }
  const button = look.part('button')
  return (
    <>
      {failed && (
        <div className={look.part('notice')} data-state="error" role="alert">
          <p>
            {failed.images.length === 1
              ? labels.notDeleted(nameOf(failed.images[0]!))
              : labels.notAllDeleted(failed.images.length)}
            . {labelOfError(failed.error, look.errors)}
          </p>
          <button type="button" className={button} onClick={() => onRetry(failed.images)}>
            {labels.retry}
          </button>
          <button
            type="button"
            className={button}
            aria-label={labels.dismiss}
            onClick={onDismiss}
          >
            <GalleryIcon name="close" />
          </button>
        </div>
      )}
      {undoable.length > 0 && (
        <div className={look.part('notice')}>
          <p>{labels.deleted(undoable.length)}</p>
          <button type="button" className={button} onClick={() => undo()}>
            {labels.undo}
          </button>
        </div>
      )}
    </>
  )
}
