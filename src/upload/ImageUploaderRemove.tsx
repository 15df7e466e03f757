'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'
import { hasEnded } from './uploadReducer.ts'

/** What is cancelled or removed. */
export interface ImageUploaderRemoveProps {
  /** The upload that the button cancels while it is on its way, and takes out of the list afterwards. */
  upload: Upload
}

/**
 * The button that cancels an upload on its way and takes one that has ended out of the list. Nothing is deleted at
 * Cloudflare. One button for both, so that the keyboard never loses its place when the one becomes the other.
 */
export function ImageUploaderRemove({ upload }: ImageUploaderRemoveProps): ReactNode {
  const { look, cancel, removeUpload } = useImageUploader()
  const isOver = hasEnded(upload)
  const name = isOver ? look.labels.remove(upload.name) : look.labels.cancel(upload.name)
  return (
    <button
      type="button"
      className={partClass(look, 'remove')}
      aria-label={name}
      title={name}
      data-remove
      onClick={({ currentTarget }) =>
        isOver ? removeUpload(upload, currentTarget) : cancel(upload.id)
      }
    >
      <UploaderIcon name="remove" />
    </button>
  )
}
