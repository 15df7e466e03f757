import { labelOfError } from '../api/labelOfError.ts'
import { deleteFromGallery } from './deleteFromGallery.ts'
import { GalleryNotice } from './GalleryNotice.tsx'
import { GalleryToolbar } from './GalleryToolbar.tsx'

/** What a gallery does without until somebody chooses, searches or deletes, or something fails. */
export const galleryLater: GalleryLater = {
  labelOfError,
  deleteFromGallery,
  GalleryNotice,
  GalleryToolbar,
}

/** The parts of `galleryLater`. */
export interface GalleryLater {
  labelOfError: typeof labelOfError
  deleteFromGallery: typeof deleteFromGallery
  GalleryNotice: typeof GalleryNotice
  GalleryToolbar: typeof GalleryToolbar
}
