'use client'
import type { JSX } from 'react'
import { GalleryIcon } from '../manage/GalleryIcon.tsx'
import { usePreview } from '../upload/usePreview.ts'
import { useUpload } from '../upload/useUpload.ts'

/** A picture as its file shows it, with how much of it has gone up; the uploader's own row says the rest. */
export function PendingPreview({ id }: { id: string }): JSX.Element {
  const upload = useUpload(id)
  const { canvas, isDrawn } = usePreview(upload, 320)
  return (
    <>
      <canvas ref={canvas} hidden={!isDrawn} aria-hidden="true" />
      {upload && 'progress' in upload && (
        <>
          {!isDrawn && <GalleryIcon name="picture" />}
          <progress value={upload.progress} aria-hidden="true" />
        </>
      )}
    </>
  )
}
