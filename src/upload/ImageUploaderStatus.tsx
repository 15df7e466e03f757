'use client'
import type { ReactNode } from 'react'
import { labelOfError } from '../api/labelOfError.ts'
import type { ImagesError } from '../api/ImagesError.ts'
import { useImageUploader } from './ImageUploaderContext.ts'
import type { Upload } from './Upload.ts'
import type { UploaderLook } from './UploaderLook.ts'
import { partClass } from './UploaderLook.ts'
import type { UploaderLabels } from './uploaderLabels.ts'
import { uploaderRowLabels } from './uploaderRowLabels.ts'

/** Whose status. */
export interface ImageUploaderStatusProps {
  /** The upload that is spoken of. */
  upload: Upload
}

/** Size and status of a file in words and, where it was refused or has failed, why. */
export function ImageUploaderStatus({ upload }: ImageUploaderStatusProps): ReactNode {
  const { look } = useImageUploader()
  const labels = { ...uploaderRowLabels, ...look.labels }
  const { size, width, height, prepared, via } = upload
  const error = 'error' in upload ? upload.error : undefined
  return (
    <>
      <div className={partClass(look, 'detail')}>
        <span className={partClass(look, 'status')}>{wordsOf(upload, labels)}</span>
        <span>
          <bdi>
            {prepared?.width ? labels.shrunk(size, prepared.size) : labels.size(size)}
          </bdi>
        </span>
        {width && height && (
          <span>
            <bdi dir="ltr">{labels.dimensions(width, height)}</bdi>
          </span>
        )}
      </div>
      {prepared?.keepsLocation && (
        <div className={partClass(look, 'detail')}>{labels.keepsLocation}</div>
      )}
      {via && <div className={partClass(look, 'detail')}>{labels.viaFallback}</div>}
      {error && <div className={partClass(look, 'error')}>{reasonOf(error, look)}</div>}
    </>
  )
}

function wordsOf(
  upload: Upload,
  { status, percent }: Pick<UploaderLabels, 'status' | 'percent'>,
): string {
  if (upload.status === 'queued') {
    return { slot: status.queued, network: status.offline, retry: status.retrying }[
      upload.waitsFor
    ]
  }
  const word = status[upload.status]
  return upload.status === 'uploading' && !upload.indeterminate
    ? `${word} ${percent(upload.progress)}`
    : word
}

/** What the app itself said when it refused a file is for people already. */
const reasonOf = (error: ImagesError, { errors }: UploaderLook) =>
  error.code === 'rejected-by-app' && !error.cause
    ? error.message
    : labelOfError(error, errors)
