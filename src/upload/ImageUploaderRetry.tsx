'use client'
import type { MouseEvent, ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'

/** What is tried again. */
export interface ImageUploaderRetryProps {
  /** The upload that the button begins anew. */
  upload: Upload
}

/** The button that begins a failed or cancelled upload anew; absent in every other status. */
export function ImageUploaderRetry({ upload }: ImageUploaderRetryProps): ReactNode {
  const { look, retry } = useImageUploader()
  if (upload.status !== 'error' && upload.status !== 'aborted') return null
  const name = look.labels.retry(upload.name)
  const begin = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    // The button goes, so the keyboard moves on to the row's other one.
    const next = currentTarget.nextElementSibling
    if (next instanceof HTMLElement) next.focus()
    retry(upload.id)
  }
  return (
    <button
      type="button"
      className={partClass(look, 'retry')}
      aria-label={name}
      title={name}
      onClick={begin}
    >
      <UploaderIcon name="retry" />
    </button>
  )
}
