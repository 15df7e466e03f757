'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { UploaderButton } from './UploaderButton.tsx'
import { uploaderRowLabels } from './uploaderRowLabels.ts'
import { hasEnded } from './hasEnded.ts'

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
  const { look, cancel, remove } = useImageUploader()
  const labels = { ...uploaderRowLabels, ...look.labels }
  const isOver = hasEnded(upload)
  return (
    <UploaderButton
      look={look}
      part="remove"
      name={(isOver ? labels.remove : labels.cancel)(upload.name)}
      onClick={({ currentTarget }) =>
        isOver ? remove(upload, currentTarget) : cancel(upload.id)
      }
    />
  )
}
