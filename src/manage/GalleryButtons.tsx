import type { JSX } from 'react'
import type { CloudflareImage } from '../api/CloudflareImage.ts'
import { GalleryIcon } from './GalleryIcon.tsx'
import { partClass } from './GalleryLook.ts'
import type { GalleryLook } from './GalleryLook.ts'

/** What can be done with a picture of a gallery; absent where the gallery does not allow it. */
export interface GalleryActions {
  /** Opens the picture, as the app understands it. */
  open?: ((image: CloudflareImage) => void) | undefined
  /** Deletes the picture. */
  remove?: ((image: CloudflareImage) => void) | undefined
}

interface GalleryButtonsProps {
  image: CloudflareImage
  name: string
  /** Whether the tab key leads here. */
  isActive: boolean
  actions: GalleryActions
  look: GalleryLook
}

/** The buttons over a picture. */
export function GalleryButtons({
  image,
  name,
  isActive,
  actions: { open, remove },
  look,
}: GalleryButtonsProps): JSX.Element {
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
