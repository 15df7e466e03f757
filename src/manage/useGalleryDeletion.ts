'use client'
import { useCallback, useState } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import type { FailedDeletion } from './GalleryNotice.tsx'
import { useDeleteImage } from './useDeleteImage.ts'
import type { DeleteOptions, UndoResult } from './useDeletion.ts'

/** What a gallery does about deletions. */
export interface GalleryDeletion extends UndoResult {
  /** Deletes a picture; never throws. */
  remove: (image: CloudflareImage) => void
  /** The last deletion that the backend refused. */
  failed: FailedDeletion | undefined
  /** Forgets the failure. */
  dismiss: () => void
}

interface GalleryDeletionOptions extends DeleteOptions {
  onDelete: ((image: CloudflareImage) => void) | undefined
  onError: ((error: ImagesError) => void) | undefined
}

/** Deletes pictures of a gallery and keeps what there is to tell about it. */
export function useGalleryDeletion({
  undo,
  onDelete,
  onError,
}: GalleryDeletionOptions): GalleryDeletion {
  const { mutateAsync, undo: takeBack, undoable } = useDeleteImage({ undo })
  const [failed, setFailed] = useState<FailedDeletion>()
  const remove = useCallback(
    (image: CloudflareImage) => {
      setFailed(undefined)
      mutateAsync(image.id).then(
        (outcome) => outcome === 'deleted' && onDelete?.(image),
        (error: ImagesError) => {
          setFailed({ image, error })
          onError?.(error)
        },
      )
    },
    [mutateAsync, onDelete, onError],
  )
  return { remove, undo: takeBack, undoable, failed, dismiss: () => setFailed(undefined) }
}
