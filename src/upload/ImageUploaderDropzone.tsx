'use client'
import { use, useId } from 'react'
import type { ReactNode } from 'react'
import { formatNames } from './formatNames.ts'
import { ImageUploaderStateContext, useImageUploader } from './ImageUploaderContext.ts'
import { UploaderCamera } from './UploaderCamera.tsx'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'

/** What stands in the drop area. */
export interface ImageUploaderDropzoneProps {
  /** Takes the place of icon and words; the button stays. @default an icon, what may be dropped, and what is taken */
  children?: ReactNode
}

/** The area that shows where files go, with the one button that opens the file dialog. */
export function ImageUploaderDropzone({
  children,
}: ImageUploaderDropzoneProps): ReactNode {
  const uploader = useImageUploader()
  const { look, multiple, disabled, types, maxSize, camera, triggerRef, open } = uploader
  const { drag } = use(ImageUploaderStateContext)
  const { labels } = look
  const hintId = useId()
  const over = drag === 'reject' ? labels.dropRefused : labels.drop({ multiple })
  const isOurs = children === undefined
  return (
    <div
      className={partClass(look, 'dropzone')}
      data-drag={drag}
      data-disabled={disabled || undefined}
    >
      {isOurs && (
        <span className={partClass(look, 'icon')}>
          <UploaderIcon path={arrow} />
        </span>
      )}
      <button
        ref={triggerRef}
        type="button"
        className={partClass(look, 'trigger')}
        aria-describedby={isOurs ? hintId : undefined}
        disabled={disabled}
        onClick={open}
      >
        {labels.choose({ multiple })}
      </button>
      {camera && <UploaderCamera />}
      {isOurs ? (
        <>
          <div className={partClass(look, 'prompt')}>
            {drag === 'accept' ? labels.dropHere : over}
          </div>
          <div className={partClass(look, 'hint')} id={hintId}>
            {labels.hint({
              formats: formatNames(types.split(',')),
              maxSize: labels.size(maxSize),
            })}
          </div>
        </>
      ) : (
        children
      )}
    </div>
  )
}

const arrow = 'M12 15V4m0 0L7.5 8.5M12 4l4.5 4.5M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3'
