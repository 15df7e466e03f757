'use client'
import { use, useEffect } from 'react'
import type { ReactNode } from 'react'
import { ImageUploaderStateContext, useImageUploader } from './ImageUploaderContext.ts'
import { ImageUploaderItem, loadRow } from './ImageUploaderItem.tsx'
import { ImageUploaderStored } from './ImageUploaderStored.tsx'
import type { Upload } from './Upload.ts'
import { partClass } from './UploaderLook.ts'

/** How the rows are drawn. */
export interface ImageUploaderListProps {
  /** Draws a row in your own way. @default preview, name, size, status, progress and buttons */
  children?: ((upload: Upload) => ReactNode) | undefined
}

/** The rows of all files, those that were uploaded before first; absent while there is none. */
export function ImageUploaderList({ children }: ImageUploaderListProps): ReactNode {
  const { look } = useImageUploader()
  const { stored, uploads } = use(ImageUploaderStateContext)
  const isOurs = !children
  useEffect(() => {
    // Ahead of the first file, which may come when the network is gone; a row that lacks it tries again.
    if (isOurs) void loadRow()
  }, [isOurs])
  if (stored.length + uploads.length === 0) return null
  return (
    <ul className={partClass(look, 'list')} aria-label={look.labels.list}>
      {stored.map((imageId) => (
        <ImageUploaderStored key={imageId} imageId={imageId} />
      ))}
      {uploads.map(({ id }) => (
        <ImageUploaderItem key={id} id={id}>
          {children}
        </ImageUploaderItem>
      ))}
    </ul>
  )
}
