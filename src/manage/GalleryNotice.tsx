import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { labelOfError } from '../api/labelOfError.ts'
import { GalleryIcon } from './GalleryIcon.tsx'
import { nameOf } from './GalleryItem.tsx'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'

/** A deletion that the backend refused. */
export interface FailedDeletion {
  image: CloudflareImage
  error: unknown
}

interface GalleryNoticeProps {
  look: GalleryLook
  /** How many pictures can be brought back. */
  undoable: number
  onUndo: () => void
  failed: FailedDeletion | undefined
  onRetry: (image: CloudflareImage) => void
  onDismiss: () => void
}

/** Says at the foot of a gallery what became of deletions, and offers what can still be done. */
export function GalleryNotice({
  look,
  undoable,
  onUndo,
  failed,
  onRetry,
  onDismiss,
}: GalleryNoticeProps): JSX.Element {
  const { labels, errors } = look
  const button = partClass(look, 'button')
  return (
    <>
      {failed && (
        <div className={partClass(look, 'notice')} data-state="error" role="alert">
          <p>
            {labels.notDeleted(nameOf(failed.image))}.{' '}
            {labelOfError(failed.error, errors)}
          </p>
          <button type="button" className={button} onClick={() => onRetry(failed.image)}>
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
      {undoable > 0 && (
        <div className={partClass(look, 'notice')}>
          <p>{labels.deleted(undoable)}</p>
          <button type="button" className={button} onClick={onUndo}>
            {labels.undo}
          </button>
        </div>
      )}
    </>
  )
}
