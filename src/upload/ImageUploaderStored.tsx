'use client'
import type { ReactNode } from 'react'
import { useImageUploader } from './ImageUploaderContext.ts'
import { UploaderIcon } from './UploaderIcon.tsx'
import { partClass } from './UploaderLook.ts'

/** The row of a picture that was uploaded before, of which no more than the id is known. */
export function ImageUploaderStored({ imageId }: { imageId: string }): ReactNode {
  const { look, renderStored, removeStored } = useImageUploader()
  const { labels } = look
  const name = labels.remove(labels.stored)
  return (
    <li className={partClass(look, 'item')} data-status="success" data-image={imageId}>
      <div className={partClass(look, 'preview')}>
        {renderStored?.(imageId) ?? <UploaderIcon name="picture" />}
      </div>
      <div className={partClass(look, 'body')}>
        <div className={partClass(look, 'name')}>{labels.stored}</div>
        <div className={partClass(look, 'detail')}>
          <span className={partClass(look, 'status')}>{labels.status.success}</span>
        </div>
      </div>
      <div className={partClass(look, 'actions')}>
        <button
          type="button"
          className={partClass(look, 'remove')}
          aria-label={name}
          title={name}
          data-remove
          onClick={({ currentTarget }) => removeStored(imageId, currentTarget)}
        >
          <UploaderIcon name="remove" />
        </button>
      </div>
    </li>
  )
}
