'use client'
import { useCallback, useState } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { DeleteOptions } from './deletionOptions.ts'
import type { FailedDeletion } from './GalleryNotice.tsx'
import { withGalleryLater } from './useGalleryLater.ts'
import { useManage } from './useManage.ts'

/** What a gallery does about deletions. */
export interface GalleryDeletion {
  /** Deletes pictures; never throws. */
  remove: (images: readonly CloudflareImage[]) => void
  /** Takes back all deletions that still can be. */
  undo: () => void
  /** What the backend last refused to delete. */
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
  const manage = useManage()
  const [failed, setFailed] = useState<FailedDeletion>()
  const remove = useCallback(
    (images: readonly CloudflareImage[]) => {
      const onFailure = (back: readonly CloudflareImage[], error: ImagesError) => {
        setFailed({ images: back, error })
        onError?.(error)
      }
      setFailed(undefined)
      withGalleryLater(
        ({ deleteFromGallery }) =>
          void deleteFromGallery(manage, images, { undo, onDelete, onFailure }),
        (cause) => onFailure(images, new ImagesError('network', '', { cause })),
      )
    },
    [manage, undo, onDelete, onError],
  )
  const { undo: takeBack } = manage.undoWindows
  const dismiss = () => setFailed(undefined)
  return { remove, undo: () => takeBack(), failed, dismiss }
}
