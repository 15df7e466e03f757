'use client'
import { memo } from 'react'
import type { NamedExoticComponent, ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import { ImageUploaderPreview } from './ImageUploaderPreview.tsx'
import { ImageUploaderProgress } from './ImageUploaderProgress.tsx'
import { ImageUploaderRemove } from './ImageUploaderRemove.tsx'
import { ImageUploaderRetry } from './ImageUploaderRetry.tsx'
import { ImageUploaderStatus } from './ImageUploaderStatus.tsx'
import type { Upload } from './Upload.ts'
import { partClass } from './UploaderLook.ts'
import { useUpload } from './useUpload.ts'

/** Which file, and how its row is drawn. */
export interface ImageUploaderItemProps {
  /** The upload's id. */
  id: string
  /** Draws the row in your own way. @default preview, name, size, status, progress and buttons */
  children?: ((upload: Upload) => ReactNode) | undefined
}

/** The row of one file. It renders alone as the file's bytes move. */
export const ImageUploaderItem: NamedExoticComponent<ImageUploaderItemProps> = memo(
  function ImageUploaderItem({ id, children }: ImageUploaderItemProps) {
    const { look } = useImageUploader()
    const upload = useUpload(id)
    if (!upload) return null
    return (
      <li
        className={partClass(look, 'item')}
        data-status={upload.status}
        data-upload={id}
      >
        {children ? (
          children(upload)
        ) : (
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
        )}
      </li>
    )
  },
)
