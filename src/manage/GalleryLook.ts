import type { GalleryLabels } from './galleryLabels.ts'
import type { GalleryLaterLabels } from './galleryLaterLabels.ts'
import type { ManageLook } from './useManageLook.ts'

/** The parts of a gallery that take a class name. */
export type GalleryPart =
  | 'root'
  | 'toolbar'
  | 'search'
  | 'grid'
  | 'item'
  | 'picture'
  | 'name'
  | 'detail'
  | 'select'
  | 'open'
  | 'delete'
  | 'footer'
  | 'button'
  | 'message'
  | 'notice'
  | 'skeleton'

/** How a gallery looks and speaks: what its parts need of its props. The later words are the app's own, if any. */
export type GalleryLook = ManageLook<
  Omit<GalleryLabels, keyof GalleryLaterLabels> & Partial<GalleryLaterLabels>,
  GalleryPart
>

/** Class names by part, added to our own. */
export type GalleryClassNames = Partial<Record<GalleryPart, string>>
