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
        <UploaderIcon path={upload.status === 'rejected' ? paper : undefined} />
      )}
    </div>
  )
}

const paper =
  'M13.5 3.5H7a1.5 1.5 0 0 0-1.5 1.5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5l-5-5Zm0 0v5h5M12 12v3.5m0 2.5h.01'

/** CSS pixels of a side. */
const previewSize = 56
