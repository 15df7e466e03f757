'use client'
import { useCallback, useState } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { ImagesError } from '../api/ImagesError.ts'
import type { FailedDeletion } from './GalleryNotice.tsx'
import { useDeleteImage } from './useDeleteImage.ts'
import { useDeleteImages } from './useDeleteImages.ts'
import type { DeletionReport } from './useDeleteImages.ts'
import type { DeleteOptions, UndoResult } from './useDeletion.ts'

/** What a gallery does about deletions. */
export interface GalleryDeletion extends UndoResult {
  /** Deletes pictures; never throws. */
  remove: (images: readonly CloudflareImage[]) => void
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
  const { mutateAsync: deleteOne, undo: takeBack, undoable } = useDeleteImage({ undo })
  const { mutateAsync: deleteMany } = useDeleteImages({ undo })
  const [failed, setFailed] = useState<FailedDeletion>()
  const remove = useCallback(
    (images: readonly CloudflareImage[]) => {
      const [first, ...more] = images
      if (!first) return
      const fail = (error: ImagesError, back = images) => {
        setFailed({ images: back, error })
        onError?.(error)
      }
      const report = ({ deleted, failed: refused }: DeletionReport) => {
        const gone = new Set(deleted)
        for (const image of images) if (gone.has(image.id)) onDelete?.(image)
        const back = images.filter(({ id }) => refused[id] !== undefined)
        const code = refused[back[0]?.id ?? '']
        if (code) fail(new ImagesError(code, 'Not all pictures were deleted.'), back)
      }
      setFailed(undefined)
      if (more.length === 0) {
        deleteOne(first.id).then((end) => end === 'deleted' && onDelete?.(first), fail)
      } else deleteMany(images.map(({ id }) => id)).then(report, fail)
    },
    [deleteOne, deleteMany, onDelete, onError],
  )
  return { remove, undo: takeBack, undoable, failed, dismiss: () => setFailed(undefined) }
}
