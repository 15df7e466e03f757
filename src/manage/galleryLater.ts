import { deleteFromGallery } from './deleteFromGallery.ts'
import { GalleryFooter } from './GalleryFooter.tsx'
import { GalleryIcon } from './GalleryIcon.tsx'
import { GalleryMessage } from './GalleryMessage.tsx'
import { GalleryNotice } from './GalleryNotice.tsx'
import { GalleryScroll } from './GalleryScroll.tsx'
import { GalleryToolbar } from './GalleryToolbar.tsx'
import { pressGalleryKey } from './pressGalleryKey.ts'

/** What a gallery does without at first sight: what follows the screen, keys, more pages, choosing, searching, deleting, failing. */
export const galleryLater: GalleryLater = {
  deleteFromGallery,
  GalleryFooter,
  GalleryIcon,
  GalleryMessage,
  GalleryNotice,
  GalleryScroll,
  GalleryToolbar,
  pressGalleryKey,
}

/** The parts of `galleryLater`. */
export interface GalleryLater {
  deleteFromGallery: typeof deleteFromGallery
  GalleryFooter: typeof GalleryFooter
  GalleryIcon: typeof GalleryIcon
  GalleryMessage: typeof GalleryMessage
  GalleryNotice: typeof GalleryNotice
  GalleryScroll: typeof GalleryScroll
  GalleryToolbar: typeof GalleryToolbar
  pressGalleryKey: typeof pressGalleryKey
}
