'use client'
import { memo } from 'react'
import type { CSSProperties, NamedExoticComponent, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageSize } from '../api/readImageSize.ts'
import { GalleryButtons } from './GalleryButtons.tsx'
import type { GalleryActions } from './GalleryButtons.tsx'
import type { GalleryLook } from './GalleryLook.ts'
import { GalleryThumbnail } from './GalleryThumbnail.tsx'
import { nameOf } from './nameOf.ts'
import type { PendingImage } from './PendingImages.ts'

interface GalleryItemProps {
  /** The tile's key, which leads the keyboard's focus. */
  id: string
  /** Names the element, so that its row can own it. */
  cellId: string
  /** Absent while the picture is on its way up. */
  image: CloudflareImage | undefined
  /** Present where the picture came up while this page was open. */
  pending: PendingImage | undefined
  /** Counted from 1. */
  column: number
  /** Whether the tab key leads here. */
  isActive: boolean
  isSelected: boolean
  /** Where the tile stands, apart from its neighbours, as long as it is off the screen and keeps the focus. */
  style: CSSProperties | undefined
  actions: GalleryActions
  look: GalleryLook
  variant: string | undefined
  renderItem: ((image: CloudflareImage, actions: GalleryActions) => ReactNode) | undefined
}

/**
 * One picture of a gallery, a cell of the accessibility tree that says what stands below it, too. Its row owns it from elsewhere, so that a picture that
 * moves on to the next row is still the same element: it keeps its pixels and the focus.
 */
export const GalleryItem: NamedExoticComponent<GalleryItemProps> = memo(
  function GalleryItem({
    id,
    cellId,
    image,
    pending,
    column,
    isActive,
    isSelected,
    style,
    actions,
    look,
    variant,
    renderItem,
  }: GalleryItemProps) {
    const facts = image && readImageSize(image)
    const name = image ? nameOf(image) : (pending?.name ?? '')
    const filename = image?.filename || pending?.name || name
    const size = facts && look.labels.dimensions(facts.w, facts.h)
    const label = image
      ? [...new Set([name, filename, size])].filter(Boolean).join(', ')
      : look.labels.uploading(name)
    const drawn = image && renderItem?.(image, actions)
    return (
      <div data-tile={style ? 'apart' : ''} className={look.part('item')} style={style}>
        <div
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- td exists in tables only
          role="gridcell"
          id={cellId}
          aria-colindex={column}
          aria-label={drawn ? undefined : label} // what the app draws says what it is by itself
          aria-busy={!image || undefined}
          aria-selected={image && actions.select ? isSelected : undefined}
          data-id={id}
          tabIndex={isActive ? 0 : -1}
          className={drawn ? undefined : look.part('picture')}
        >
          {drawn ?? (
            <GalleryThumbnail {...{ image, name, variant }} preview={pending?.preview} />
          )}
          {image && !drawn && (
            <GalleryButtons {...{ image, name, isActive, isSelected, actions, look }} />
          )}
        </div>
        {!drawn && (
          <>
            <div className={look.part('name')} title={filename} aria-hidden="true">
              {filename}
            </div>
            <div className={look.part('detail')} aria-hidden="true">
              {size}
            </div>
          </>
        )}
      </div>
    )
  },
)
