'use client'
import type { MouseEvent, ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import { UploaderButton } from './UploaderButton.tsx'
import { uploaderRowLabels } from './uploaderRowLabels.ts'

/** What is tried again. */
export interface ImageUploaderRetryProps {
  /** The upload that the button begins anew. */
  upload: Upload
}

/** The button that begins a failed or cancelled upload anew; absent in every other status. */
export function ImageUploaderRetry({ upload }: ImageUploaderRetryProps): ReactNode {
  const { look, retry } = useImageUploader()
  const { id, name, status } = upload
  const labels = { ...uploaderRowLabels, ...look.labels }
  if (status !== 'error' && status !== 'aborted') return null
  const begin = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    // The button goes, so the keyboard moves on to the row's other one.
    const next = currentTarget.nextElementSibling
    if (next instanceof HTMLElement) next.focus()
    retry(id)
  }
  return (
    <UploaderButton
      look={look}
      part="retry"
      icon={circle}
      name={labels.retry(name)}
      onClick={begin}
    />
  )
}

const circle = 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.4M20 4.5v4.9h-4.9'
