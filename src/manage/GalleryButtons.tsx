import type { JSX, MouseEvent } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import type { GalleryLook } from './GalleryLook.ts'

/** What can be done with a picture of a gallery; absent where the gallery does not allow it. */
export interface GalleryActions {
  /** Opens the picture, as the app understands it. */
  open?: ((image: CloudflareImage) => void) | undefined
  /** Deletes the picture. */
  remove?: ((image: CloudflareImage) => void) | undefined
  /** Chooses the picture, or chooses it no more; with `range` all from the one before to this one. */
  select?: ((image: CloudflareImage, range?: boolean) => void) | undefined
}

interface GalleryButtonsProps {
  image: CloudflareImage
  name: string
  /** Whether the tab key leads here. */
  isActive: boolean
  isSelected: boolean
  actions: GalleryActions
  look: GalleryLook
}

/** The buttons over a picture. */
export function GalleryButtons({
  image,
  name,
  isActive,
  isSelected,
  actions: { open, remove, select },
  look,
}: GalleryButtonsProps): JSX.Element {
  const tabIndex = isActive ? 0 : -1
  const { labels } = look
  return (
    <>
      {open && (
        <button
          type="button"
          {...{ tabIndex }}
          className={look.part('open')}
          aria-label={labels.open(name)}
          onClick={() => open(image)}
        />
      )}
      {select && (
        <input
          type="checkbox"
          {...{ tabIndex }}
          className={look.part('select')}
          aria-label={labels.select(name)}
          checked={isSelected}
          onChange={noChange}
          onClick={({ shiftKey }: MouseEvent) => select(image, shiftKey)}
        />
      )}
      {remove && (
        <button
          type="button"
          {...{ tabIndex }}
          className={look.part('delete')}
          aria-label={labels.delete(name)}
          title={labels.delete(name)}
          onClick={() => remove(image)}
        >
          ✕
        </button>
      )}
    </>
  )
}

/** The click does it, for only a click tells of the shift key. */
const noChange = () => {}
