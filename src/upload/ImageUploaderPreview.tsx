'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'
import { usePreview } from './usePreview.ts'

/** What is previewed. */
export interface ImageUploaderPreviewProps {
  /** The upload whose file is drawn. */
  upload: Upload
}

/**
 * A small picture of a file, drawn by the browser before anything is sent; a neutral tile where it cannot decode the
 * file, as with HEIC.
 */
export function ImageUploaderPreview({ upload }: ImageUploaderPreviewProps): ReactNode {
  const { look } = useImageUploader()
  const size = Math.ceil(previewSize * (globalThis.devicePixelRatio || 1))
  const { canvas, isDrawn } = usePreview(upload, size)
  return (
    <div
      className={partClass(look, 'preview')}
      data-drawn={isDrawn || undefined}
      aria-hidden="true"
    >
      <canvas ref={canvas} hidden={!isDrawn} />
      {!isDrawn && (
        <UploaderIcon name={upload.status === 'rejected' ? 'file' : 'picture'} />
      )}
    </div>
  )
}

/** CSS pixels of a side. */
const previewSize = 56
