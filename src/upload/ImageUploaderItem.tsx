'use client'
import { lazy, memo, Suspense } from 'react'
import type { NamedExoticComponent, ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
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
          <Suspense fallback={<BareRow upload={upload} />}>
            <Row upload={upload} />
          </Suspense>
        )}
      </li>
    )
  },
)

/** Fetches what draws a row. It is no part of what a page needs at first, so that it is there sooner. */
export async function loadRow(): Promise<{ default: typeof BareRow }> {
  return import('./ImageUploaderRow.tsx').then(
    ({ ImageUploaderRow }) => ({ default: ImageUploaderRow }),
    () => ({ default: BareRow }),
  )
}

const Row = lazy(loadRow)

/** Stands in as long as that is on its way, as high as a row, and where it cannot be loaded. */
function BareRow({ upload: { name, status } }: { upload: Upload }): ReactNode {
  const { look } = useImageUploader()
  return (
    <>
      <div className={partClass(look, 'name')}>{name}</div>
      <div className={partClass(look, 'detail')}>{look.labels.status[status]}</div>
    </>
  )
}
