import { labelOfError } from '../api/labelOfError.ts'
import { deleteFromGallery } from './deleteFromGallery.ts'
import { GalleryFooter } from './GalleryFooter.tsx'
import { GalleryNotice } from './GalleryNotice.tsx'
import { GalleryScroll } from './GalleryScroll.tsx'
import { GalleryToolbar } from './GalleryToolbar.tsx'
import { pressGalleryKey } from './pressGalleryKey.ts'

/** What a gallery does without at first sight: what follows the screen, keys, more pages, choosing, searching, deleting, failing. */
export const galleryLater: GalleryLater = {
  labelOfError,
  deleteFromGallery,
  GalleryFooter,
  GalleryNotice,
  GalleryScroll,
  GalleryToolbar,
  pressGalleryKey,
}

/** The parts of `galleryLater`. */
export interface GalleryLater {
  labelOfError: typeof labelOfError
  deleteFromGallery: typeof deleteFromGallery
  GalleryFooter: typeof GalleryFooter
  GalleryNotice: typeof GalleryNotice
  GalleryScroll: typeof GalleryScroll
  GalleryToolbar: typeof GalleryToolbar
  pressGalleryKey: typeof pressGalleryKey
}
