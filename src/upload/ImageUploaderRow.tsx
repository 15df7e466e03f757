'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import { ImageUploaderPreview } from './ImageUploaderPreview.tsx'
import { ImageUploaderProgress } from './ImageUploaderProgress.tsx'
import { ImageUploaderRemove } from './ImageUploaderRemove.tsx'
import { ImageUploaderRetry } from './ImageUploaderRetry.tsx'
import { ImageUploaderStatus } from './ImageUploaderStatus.tsx'
import type { Upload } from './Upload.ts'
import { partClass } from './UploaderLook.ts'

/** What is in a row unless the app draws it: preview, name, size, status, progress and buttons. */
export function ImageUploaderRow({ upload }: { upload: Upload }): ReactNode {
  const { look } = useImageUploader()
  return (
    <>
      <ImageUploaderPreview upload={upload} />
      <div className={partClass(look, 'body')}>
        <div className={partClass(look, 'name')} title={upload.name}>
          {upload.name}
        </div>
        <ImageUploaderStatus upload={upload} />
        <ImageUploaderProgress upload={upload} />
      </div>
      <div className={partClass(look, 'actions')}>
        <ImageUploaderRetry upload={upload} />
        <ImageUploaderRemove upload={upload} />
      </div>
    </>
  )
}
