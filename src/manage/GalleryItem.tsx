'use client'
import { memo } from 'react'
import type { NamedExoticComponent, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import { GalleryButtons } from './GalleryButtons.tsx'
import type { GalleryActions } from './GalleryButtons.tsx'
import { GalleryCaption } from './GalleryCaption.tsx'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'
import { GalleryThumbnail } from './GalleryThumbnail.tsx'
import type { PendingImage } from './PendingImages.ts'

interface GalleryItemProps {
  /** The row's key, which leads the keyboard's focus. */
  id: string
  /** Absent while the picture is on its way up. */
  image: CloudflareImage | undefined
  /** Present where the picture came up while this page was open. */
  pending: PendingImage | undefined
  /** Counted from 0 over all rows. */
  index: number
  /** Whether the tab key leads here. */
  isActive: boolean
  actions: GalleryActions
  look: GalleryLook
  variant: string | undefined
  /** Takes the place of picture, caption and buttons. */
  children?: ReactNode
}

/** One picture of a gallery: a row of the accessibility tree with one cell, as there is no table of columns to tell. */
export const GalleryItem: NamedExoticComponent<GalleryItemProps> = memo(
  function GalleryItem({
    id,
    image,
    pending,
    index,
    isActive,
    actions,
    look,
    variant,
    children,
  }: GalleryItemProps) {
    const name = image ? nameOf(image) : (pending?.name ?? '')
    return (
      // Columns come and go with the width of the page, so a table would tell a lie; rows of one cell do not.
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- tr exists in tables only
        role="row"
        aria-rowindex={index + 1}
        aria-label={image ? name : look.labels.uploading(name)}
        aria-busy={!image || undefined}
        data-id={id}
        tabIndex={isActive ? 0 : -1}
        className={partClass(look, 'item')}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- td exists in tables only */}
        <div role="gridcell">
          {children ?? (
            <>
              <div className={partClass(look, 'picture')}>
                <GalleryThumbnail
                  {...{ image, name, variant }}
                  preview={pending?.preview}
                />
                {image && (
                  <GalleryButtons {...{ image, name, isActive, actions, look }} />
                )}
              </div>
              <GalleryCaption image={image} name={pending?.name ?? name} look={look} />
            </>
          )}
        </div>
      </div>
    )
  },
)

/** What a picture is called: its words where it has some, else its file's name. */
export const nameOf = (image: CloudflareImage): string =>
  readImageFacts(image)?.alt || image.filename || image.id
