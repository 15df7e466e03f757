import type { GalleryLabels } from './galleryLabels.ts'
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

/** How a gallery looks and speaks: what its parts need of its props. */
export type GalleryLook = ManageLook<GalleryLabels, GalleryPart>

/** Class names by part, added to our own. */
export type GalleryClassNames = Partial<Record<GalleryPart, string>>
