'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import { UploaderButton } from './UploaderButton.tsx'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'

/** The row of a picture that was uploaded before, of which no more than the id is known. */
export function ImageUploaderStored({ imageId }: { imageId: string }): ReactNode {
  const { look, renderStored, remove } = useImageUploader()
  const { stored, status, remove: name } = look.labels
  return (
    <li className={partClass(look, 'item')} data-status="success" data-image={imageId}>
      <div className={partClass(look, 'preview')}>
        {renderStored?.(imageId) ?? <UploaderIcon />}
      </div>
      <div className={partClass(look, 'body')}>
        <div className={partClass(look, 'name')}>{stored}</div>
        <div className={partClass(look, 'detail')}>
          <span className={partClass(look, 'status')}>{status.success}</span>
        </div>
      </div>
      <div className={partClass(look, 'actions')}>
        <UploaderButton
          look={look}
          part="remove"
          name={name(stored)}
          onClick={({ currentTarget }) => remove({ imageId }, currentTarget)}
        />
      </div>
    </li>
  )
}
