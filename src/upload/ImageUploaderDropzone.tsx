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
  const { look, multiple, disabled, accepted, maxSize, camera, triggerRef, open } =
    uploader
  const { drag } = use(ImageUploaderStateContext)
  const { labels } = look
  const hintId = useId()
  const prompt = {
    accept: labels.dropHere,
    reject: labels.dropRefused,
    none: labels.drop({ multiple }),
  }[drag ?? 'none']
  return (
    <div
      className={partClass(look, 'dropzone')}
      data-drag={drag}
      data-disabled={disabled || undefined}
    >
      {children === undefined && (
        <span className={partClass(look, 'icon')}>
          <UploaderIcon name="upload" />
        </span>
      )}
      <button
        ref={triggerRef}
        type="button"
        className={partClass(look, 'trigger')}
        aria-describedby={children === undefined ? hintId : undefined}
        disabled={disabled}
        onClick={open}
      >
        {labels.choose({ multiple })}
      </button>
      {camera && <UploaderCamera />}
      {children === undefined ? (
        <>
          <span className={partClass(look, 'prompt')}>{prompt}</span>
          <span className={partClass(look, 'hint')} id={hintId}>
            {labels.hint({
              formats: formatNames(accepted),
              maxSize: labels.size(maxSize),
            })}
          </span>
        </>
      ) : (
        children
      )}
    </div>
  )
}
