'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { partClass } from './UploaderLook.ts'
import { uploaderRowLabels } from './uploaderRowLabels.ts'

/** Whose progress. */
export interface ImageUploaderProgressProps {
  /** The upload whose bytes are counted. */
  upload: Upload
}

/** The bar of a file that is on its way; without a value while nothing is known of its bytes. */
export function ImageUploaderProgress({ upload }: ImageUploaderProgressProps): ReactNode {
  const { look } = useImageUploader()
  const { progress } = { ...uploaderRowLabels, ...look.labels }
  if (!('progress' in upload)) return null
  const unknown =
    upload.status === 'processing' ||
    (upload.status === 'uploading' && upload.indeterminate)
  return (
    <progress
      className={partClass(look, 'progress')}
      aria-label={progress(upload.name)}
      max={1}
      {...(!unknown && { value: upload.progress })}
    />
  )
}
