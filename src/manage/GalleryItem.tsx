'use client'
import { memo } from 'react'
import type { NamedExoticComponent, ReactNode } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { readImageFacts } from '../api/readImageFacts.ts'
import { GalleryIcon } from './GalleryIcon.tsx'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'
import { GalleryThumbnail } from './GalleryThumbnail.tsx'

/** What can be done with a picture of a gallery; absent where the gallery does not allow it. */
export interface GalleryActions {
  /** Opens the picture, as the app understands it. */
  open?: ((image: CloudflareImage) => void) | undefined
  /** Deletes the picture. */
  remove?: ((image: CloudflareImage) => void) | undefined
}

interface GalleryItemProps {
  image: CloudflareImage
  /** Counted from 0 over all loaded pictures. */
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
    image,
    index,
    isActive,
    actions,
    look,
    variant,
    children,
  }: GalleryItemProps) {
    const name = nameOf(image)
    return (
      // Columns come and go with the width of the page, so a table would tell a lie; rows of one cell do not.
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- tr exists in tables only
        role="row"
        aria-rowindex={index + 1}
        aria-label={name}
        data-id={image.id}
        tabIndex={isActive ? 0 : -1}
        className={partClass(look, 'item')}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- td exists in tables only */}
        <div role="gridcell">
          {children ?? (
            <>
              <div className={partClass(look, 'picture')}>
                <GalleryThumbnail image={image} name={name} variant={variant} />
                <GalleryButtons {...{ image, name, isActive, actions, look }} />
              </div>
              <GalleryCaption image={image} look={look} />
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

type GalleryButtonsProps = Pick<
  GalleryItemProps,
  'image' | 'isActive' | 'actions' | 'look'
> & { name: string }

function GalleryButtons({
  image,
  name,
  isActive,
  actions: { open, remove },
  look,
}: GalleryButtonsProps) {
  const common = { type: 'button', tabIndex: isActive ? 0 : -1 } as const
  const { labels } = look
  return (
    <>
      {open && (
        <button
          {...common}
          className={partClass(look, 'open')}
          aria-label={labels.open(name)}
          onClick={() => open(image)}
        />
      )}
      {remove && (
        <button
          {...common}
          className={partClass(look, 'delete')}
          aria-label={labels.delete(name)}
          title={labels.delete(name)}
          onClick={() => remove(image)}
        >
          <GalleryIcon name="delete" />
        </button>
      )}
    </>
  )
}

function GalleryCaption({ image, look }: Pick<GalleryItemProps, 'image' | 'look'>) {
  const facts = readImageFacts(image)
  return (
    <div className={partClass(look, 'caption')}>
      <div className={partClass(look, 'name')} title={image.filename}>
        {image.filename || image.id}
      </div>
      {facts && (
        <div className={partClass(look, 'detail')}>
          {look.labels.dimensions(facts.w, facts.h)}
        </div>
      )}
    </div>
  )
}
